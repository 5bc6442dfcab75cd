import { productTypeOf } from '../engine/product-type.ts';
import { warningsFor } from '../photo/warnings.ts';
import { readPhoto } from '../tryon/read-photo.ts';
import { receiveForm } from '../tryon/upload.ts';
import { defineOperation } from './define.ts';

export const analyzePhoto = defineOperation(
  'analyzePhoto',
  async ({ request }) => {
    const form = await receiveForm(request.stream(), request.headers.get('content-type'));
    const { source, picture } = await readPhoto(form.photo);
    return {
      status: 200,
      body: {
        photo: source,
        product_type: productTypeOf(form.product_title),
        warnings: await warningsFor(picture, source),
      },
    };
  },
  { work: 'own', streams: true },
);
