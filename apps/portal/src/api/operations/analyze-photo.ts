import { toApiError } from '../../domain/tryons/read-photo.ts';
import { productTypeOf } from '../../images/engine/product-type.ts';
import { receiveForm } from '../upload/upload.ts';
import { defineOperation } from './define.ts';

export const analyzePhoto = defineOperation(
  'analyzePhoto',
  async ({ portal: { pictures }, store: { storeId }, request }) => {
    const { fields, photo } = await receiveForm(pictures, { ...request, storeId });
    const { source, picture } = photo;
    const warnings = await pictures.warnings(picture, source).catch((error: unknown) => {
      throw toApiError(error);
    });
    return {
      status: 200,
      body: {
        photo: source,
        product_type: productTypeOf(fields.product_title),
        warnings,
      },
    };
  },
  { work: 'own', streams: true },
);
