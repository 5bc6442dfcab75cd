import { createHash } from 'node:crypto';
import type { components } from '@genvoris/contract/types/tryon';
import { ApiError } from '../../foundation/api-error.ts';
import type { Clock } from '../../foundation/clock.ts';
import type { Egress } from '../../foundation/egress/egress.ts';
import type { Logger } from '../../foundation/log.ts';
import { EngineError, type TryonEngine } from '../../images/engine/engine.ts';
import { productTypeOf } from '../../images/engine/product-type.ts';
import type { Picture } from '../../images/photo/picture.ts';
import type { ReadPicture } from '../../images/photo/read-picture.ts';
import type { Pictures } from '../../images/pictures/pictures.ts';
import { type TrackServices, trackTryon } from '../debits/track.ts';
import { fetchGarment } from './fetch-garment.ts';
import { passOn } from './pass-on.ts';
import type { PrecheckedCall } from './precheck.ts';
import { toApiError } from './to-api-error.ts';

export interface GenerateServices extends TrackServices {
  readonly egress: Egress;
  readonly pictures: Pictures;
  readonly engine: TryonEngine;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What a try-on's form asks for, beside its photo. */
export type FormFields = Omit<components['schemas']['TryonForm'], 'photo' | 'variation_count'> & {
  readonly variation_count: number;
};

/** A form whose photo was read: of the file only the digest is left. */
export interface ReceivedForm<Photo> {
  readonly fields: FormFields;
  /** SHA-256 of the file. */
  readonly photoHash: string;
  readonly photo: Photo;
}

export interface TryonCall extends PrecheckedCall, ReceivedForm<ReadPicture> {
  readonly apiKey: string;
  readonly requestId: string;
  readonly signal: AbortSignal;
}

/**
 * Generates pictures of a photo that was read, and debits the try-on before it hands them out. What fails on the
 * way debits nothing; a failed engine is reported as a failed try-on. @throws ApiError
 */
export async function generateTryon(
  portal: GenerateServices,
  call: TryonCall,
): Promise<components['schemas']['TryonResponse']> {
  const { fields, signal, photo } = call;
  const turn = { owner: call.store.storeId, signal };
  const garment = await fetchGarment(portal, turn, fields.product_image_url);
  const productType = productTypeOf(fields.product_title);
  const started = performance.now();
  const pictures = await portal.engine
    .generate({
      ...turn,
      photo: photo.picture,
      garment,
      productType,
      productTitle: fields.product_title,
      variations: fields.variation_count,
    })
    .catch(async (error: unknown) => {
      // The engine's failure is what the caller hears of, whether or not it could be recorded.
      await report(portal, call, productType, elapsed(started), false).catch(ignoreRefusal);
      throw engineError(portal, error);
    });
  const milliseconds = elapsed(started);
  const { quota } = await report(portal, call, productType, milliseconds, true).catch(passOnRefusal);
  return {
    images: pictures.map(toImage),
    product_type: productType,
    variation_count: fields.variation_count,
    generation_time_ms: milliseconds,
    ...(quota && { end_customer_quota: quota }),
  };
}

function report(
  portal: GenerateServices,
  call: TryonCall,
  productType: string,
  milliseconds: number,
  success: boolean,
) {
  const { fields } = call;
  return trackTryon(portal, {
    apiKey: call.apiKey,
    report: {
      product_type: productType,
      product_title: fields.product_title,
      page_url: fields.page_url,
      origin: call.origin,
      variation_count: fields.variation_count,
      generation_time_ms: milliseconds,
    },
    origin: call.origin,
    success,
    requestId: call.requestId,
    sessionToken: call.sessionToken,
    idempotency: success ? idempotencyOf(call) : undefined,
    now: portal.clock.now(),
  });
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof ApiError)) throw error;
}

function passOnRefusal(error: unknown): never {
  if (!(error instanceof ApiError)) throw error;
  // Of the 422s this operation documents, none is for this.
  if (error.code === 'idempotency_conflict') {
    throw new ApiError('invalid_request', { detail: 'The Idempotency-Key was used for another try-on.' });
  }
  throw passOn(error.code, error.more);
}

/** A form sent again has other boundaries: what counts is what it says. */
function idempotencyOf({
  debitKey,
  fields,
  photoHash,
}: TryonCall): { key: string; hash: string } | undefined {
  if (debitKey === undefined) return undefined;
  const said = JSON.stringify(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1)));
  const hash = createHash('sha256').update(said).update(photoHash).digest('hex');
  return { key: debitKey, hash };
}

function engineError(portal: GenerateServices, error: unknown): unknown {
  const refusal = toApiError(error);
  if (refusal !== error || !(error instanceof EngineError)) return refusal;
  portal.log.warn({ engine: portal.engine.name, error }, 'the engine failed');
  return new ApiError(error.code === 'unavailable' ? 'upstream_unreachable' : 'internal_error');
}

function toImage({ bytes, format, width, height }: Picture) {
  return { url: `data:image/${format};base64,${bytes.toString('base64')}`, width, height, format };
}

function elapsed(started: number): number {
  return Math.min(3_600_000, Math.round(performance.now() - started));
}
