import type { TryonEngine } from './engine.ts';
import { createHttpEngine, type HttpEngineOptions } from './http-engine.ts';
import { createPreviewCompositor } from './preview-compositor.ts';

/** The model server where one is set up, else the built-in compositor. */
export function createEngine(options: HttpEngineOptions | undefined): TryonEngine {
  return options ? createHttpEngine(options) : createPreviewCompositor();
}
