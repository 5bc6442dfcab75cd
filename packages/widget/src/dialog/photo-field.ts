import { element } from '../element.ts';
import { fill, type WidgetMessages } from '../messages.ts';
import { MEDIA_TYPES, PHOTO_MAX_BYTES } from '../tables.ts';
import { sniff } from './photo-format.ts';

const PREVIEW_SIDE = 640;
const MEGABYTE = 1024 * 1024;

/** A photo held in memory: the file behind it may change or go while the shopper thinks. */
export interface Photo {
  bytes: Blob;
  name: string;
}

export interface PhotoField {
  element: HTMLElement;
  /** The chosen photo, or the sentence about why there is none. */
  read(): Promise<Photo | string>;
  focus(): void;
}

export function createPhotoField(
  messages: WidgetMessages,
  chosen: Photo | undefined,
  changed: (problem: string) => void,
): PhotoField {
  let choice: Promise<Photo | string> = Promise.resolve(chosen ?? messages.ui.photoMissing);

  const input = element('input', {
    type: 'file',
    accept: Object.values(MEDIA_TYPES).join(),
    'aria-describedby': 'name hint',
  });
  const preview = element('canvas', { class: 'preview', hidden: true, 'aria-hidden': 'true' });
  const label = element('span', { class: 'choose' });
  const name = element('span', { class: 'file-name', id: 'name' });
  const drop = element('label', { class: 'drop' }, input, preview, label, name);
  const megabytes = Math.floor(PHOTO_MAX_BYTES / MEGABYTE);
  const hint = element('p', { class: 'muted', id: 'hint' }, fill(messages.ui.photoHint, { megabytes }));

  function show(photo?: Photo): void {
    label.textContent = photo ? messages.ui.changePhoto : messages.ui.choosePhoto;
    name.textContent = photo?.name ?? '';
    preview.hidden = true;
    if (photo) void draw(photo.bytes, preview);
  }

  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    // Closing the chooser without a choice keeps what was chosen before.
    if (!file) return;
    // So that choosing the same file once more is a change too.
    input.value = '';
    const mine = readPhoto(file, messages);
    choice = mine;
    const found = await mine;
    if (choice !== mine) return;
    const isPhoto = typeof found !== 'string';
    show(isPhoto ? found : undefined);
    changed(isPhoto ? '' : found);
  });
  show(chosen);

  return {
    element: element('div', { class: 'photo-field' }, drop, hint),
    read: () => choice,
    focus: () => input.focus(),
  };
}

async function readPhoto(file: File, { errors, reasons, ui }: WidgetMessages): Promise<Photo | string> {
  if (file.size > PHOTO_MAX_BYTES) return errors.payload_too_large;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes.length === 0) return reasons.unreadable;
    const kind = sniff(bytes);
    if (kind === 'heic') return ui.photoHeic;
    // What is not recognised is left to the server, unless it does not even call itself a picture.
    const isOther = kind === 'other' || (!kind && !/^($|image\/|application\/octet-stream)/.test(file.type));
    if (isOther) return reasons.unsupported_format;
    return { bytes: new Blob([bytes], { type: kind ?? file.type }), name: file.name };
  } catch {
    // Changed, moved or withdrawn since it was chosen, or a folder.
    return ui.photoGone;
  }
}

// A canvas, because a shop's CSP may forbid blob: images. What cannot be drawn has its name shown.
async function draw(photo: Blob, canvas: HTMLCanvasElement): Promise<void> {
  try {
    const bitmap = await createImageBitmap(photo);
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
