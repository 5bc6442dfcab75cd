import { productTypeOf } from '../../images/engine/product-type.ts';
import { receiveForm } from '../upload/upload.ts';
import { defineOperation } from './define.ts';

export const analyzePhoto = defineOperation(
  'analyzePhoto',
  async ({ portal: { pictures }, store: { storeId }, request }) => {
    const turn = { owner: storeId, signal: request.signal };
    const { fields, photo } = await receiveForm(request, turn, (file) => pictures.for(turn).analyze(file));
    return {
      status: 200,
      body: {
        photo: photo.source,
        product_type: productTypeOf(fields.product_title),
        warnings: [...photo.warnings],
      },
    };
  },
  { work: 'own', streams: true },
);
