import { GateFullError } from '../../foundation/gate.ts';
import { EngineError, type TryonEngine } from '../engine/engine.ts';
import type { Pictures } from './pictures.ts';

/**
 * The built-in engine: lays the product, cut out of its picture, over the photo, with the photo's light and a
 * soft shadow. It knows nothing of bodies and is no model; it shows a real picture without one.
 */
export function createPreviewCompositor(pictures: Pick<Pictures, 'compose'>): TryonEngine {
  return {
    name: 'preview-compositor',
    async generate({ photo, garment, productType, variations, signal }) {
      if (signal.aborted) throw new EngineError('unavailable', 'The generation was given up.');
      try {
        return await pictures.compose({ photo, garment, productType, variations });
      } catch (cause) {
        if (cause instanceof GateFullError) throw cause;
        throw new EngineError('failed', 'The preview could not be composed.', { cause });
      }
    },
    close: async () => {},
  };
}
