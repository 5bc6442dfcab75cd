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
