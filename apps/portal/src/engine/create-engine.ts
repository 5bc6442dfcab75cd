import type { TryonEngine } from './engine.ts';
import type { HttpEngineOptions } from './http-engine.ts';
import { createPreviewCompositor } from './preview-compositor.ts';

/** The model server where one is set up, else the built-in compositor. Only what is used is loaded. */
export async function createEngine(options: HttpEngineOptions | undefined): Promise<TryonEngine> {
  if (!options) return createPreviewCompositor();
  const { createHttpEngine } = await import('./http-engine.ts');
  return createHttpEngine(options);
}
