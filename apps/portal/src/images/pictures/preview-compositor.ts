import { AbandonedError, GateFullError } from '../../foundation/gate.ts';
import { EngineError, type TryonEngine } from '../engine/engine.ts';
import type { Pictures } from './pictures.ts';

/**
 * The built-in engine: lays the product, cut out of its picture, over the photo, with the photo's light and a
 * soft shadow. It knows nothing of bodies and is no model; it shows a real picture without one.
 */
export function createPreviewCompositor(pictures: Pick<Pictures, 'for'>): TryonEngine {
  return {
    name: 'preview-compositor',
    async generate({ owner, signal, photo, garment, productType, variations }) {
      try {
        return await pictures.for({ owner, signal }).compose({ photo, garment, productType, variations });
      } catch (cause) {
        if (cause instanceof GateFullError) throw cause;
        if (cause instanceof AbandonedError)
          throw new EngineError('unavailable', 'The generation was given up.', { cause });
        throw new EngineError('failed', 'The preview could not be composed.', { cause });
      }
    },
    close: async () => {},
  };
}
