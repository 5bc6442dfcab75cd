import type { Picture } from '../photo/picture.ts';

/** What a picture is made of. */
export interface GenerationRequest {
  /** For whom: each has a share of what there is. */
  readonly owner: string;
  /** The shopper. */
  readonly photo: Picture;
  /** The product; may be see-through. */
  readonly garment: Picture;
  readonly productType: string;
  readonly productTitle: string | undefined;
  /** How many pictures, 1 to 4. */
  readonly variations: number;
  readonly signal: AbortSignal;
}

/** Makes pictures of a shopper with a product. */
export interface TryonEngine {
  /** Says what made the picture, for the `X-Genvoris-Engine` header and the log. */
  readonly name: string;
  /**
   * Returns one picture per variation.
   *
   * @throws EngineError if it cannot.
   */
  generate(request: GenerationRequest): Promise<readonly Picture[]>;
  close(): Promise<void>;
}

/** The engine failed. `unavailable`: it did not answer, or not with pictures; trying again may help. */
export class EngineError extends Error {
  readonly code: 'unavailable' | 'failed';
  constructor(code: EngineError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EngineError';
    this.code = code;
  }
}
