import { element } from '../element.ts';
import { fill, type WidgetMessages } from '../messages.ts';
import { PHOTO_MAX_BYTES, PHOTO_TYPES } from '../tables.ts';

const PREVIEW_SIDE = 640;
const MEGABYTE = 1024 * 1024;

export interface PhotoField {
  element: HTMLElement;
  /** The chosen photo, or the sentence about why there is none. */
  read(): File | string;
  focus(): void;
}

export function createPhotoField(
  messages: WidgetMessages,
  chosen: File | undefined,
  changed: (problem: string) => void,
): PhotoField {
  let photo = chosen;
  let problem = messages.ui.photoMissing;

  const input = element('input', {
    type: 'file',
    accept: PHOTO_TYPES,
    id: 'photo',
    'aria-describedby': 'hint',
  });
  const preview = element('canvas', { class: 'preview', hidden: true, 'aria-hidden': 'true' });
  const label = element('span', { class: 'choose' });
  const name = element('span', { class: 'file-name' });
  const drop = element('label', { class: 'drop', for: 'photo' }, preview, label, name);
  const megabytes = Math.floor(PHOTO_MAX_BYTES / MEGABYTE);
  const hint = element('p', { class: 'muted', id: 'hint' }, fill(messages.ui.photoHint, { megabytes }));

  function show(): void {
    label.textContent = photo ? messages.ui.changePhoto : messages.ui.choosePhoto;
    name.textContent = photo?.name ?? '';
    preview.hidden = true;
    if (photo) void draw(photo, preview);
  }

  input.addEventListener('change', () => {
    const file = input.files?.[0];
    // Closing the chooser without a choice keeps what was chosen before.
    if (!file) return;
    const refused = problemOf(file, messages);
    photo = refused ? undefined : file;
    problem = refused ?? '';
    show();
    changed(problem);
  });
  show();

  return {
    element: element('div', { class: 'photo-field' }, input, drop, hint),
    read: () => photo ?? problem,
    focus: () => input.focus(),
  };
}

function problemOf(file: File, messages: WidgetMessages): string | undefined {
  if (file.size > PHOTO_MAX_BYTES) return messages.errors.payload_too_large;
  if (file.size === 0) return messages.reasons.unreadable;
  // No type at all: the system does not know the extension; the server looks at the bytes.
  if (file.type && !PHOTO_TYPES.split(',').includes(file.type)) return messages.reasons.unsupported_format;
  return undefined;
}

// A canvas, because a shop's CSP may forbid blob: images. What cannot be drawn has its name shown.
async function draw(file: File, canvas: HTMLCanvasElement): Promise<void> {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, PREVIEW_SIDE / Math.max(bitmap.width, bitmap.height));
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    canvas.hidden = false;
  } catch {
    canvas.hidden = true;
  }
}
