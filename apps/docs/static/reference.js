// Starts the vendored Scalar with everything switched off that would leave this origin.
const element = document.getElementById('reference');
Scalar.createApiReference(element, {
  ...JSON.parse(element.dataset.settings),
  withDefaultFonts: false,
  telemetry: false,
  persistAuth: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  documentDownloadType: 'none',
  agent: { disabled: true },
  mcp: { disabled: true },
  theme: 'default',
});

// Scalar renders a few controls without a name; a screen reader needs one.
const mend = () => {
  for (const button of document.querySelectorAll('button.group\\/copy-button:not([aria-label])')) {
    button.setAttribute('aria-label', button.textContent.trim() || 'Copy');
  }
  for (const field of document.querySelectorAll('.code-input-lite__editor:not([aria-label])')) {
    field.setAttribute('aria-label', field.dataset.placeholder || 'Value');
    if (field.getAttribute('role') === 'combobox') {
      field.setAttribute('aria-expanded', 'false');
      field.setAttribute('aria-controls', element.id);
    }
  }
};
new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
mend();
