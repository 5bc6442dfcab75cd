import type { TryonEngine } from '../images/engine/engine.ts';
import type { HttpEngineOptions } from '../images/engine/http-engine.ts';
import type { Pictures } from '../images/pictures/pictures.ts';
import { createPreviewCompositor } from '../images/pictures/preview-compositor.ts';
import type { Tracing } from './tracing/tracing.ts';

/** The model server where one is set up, else the built-in compositor. Only what is used is loaded. */
export async function createEngine(
  options: HttpEngineOptions | undefined,
  pictures: Pictures,
  tracing?: Tracing,
): Promise<TryonEngine> {
  const engine = await make(options, pictures, tracing);
  return tracing ? tracing.engine(engine, options?.url) : engine;
}

async function make(
  options: HttpEngineOptions | undefined,
  pictures: Pictures,
  tracing?: Tracing,
): Promise<TryonEngine> {
  if (!options) return createPreviewCompositor(pictures);
  const { createHttpEngine } = await import('../images/engine/http-engine.ts');
  return createHttpEngine({ ...options, ...(tracing && { headers: tracing.headers }) });
}
