import { createGenvoris, isGenvorisError } from '@genvoris/node';

const genvoris = createGenvoris({
  apiKey: process.env.GENVORIS_API_KEY ?? '',
  backendUrl: process.env.GENVORIS_BACKEND_URL,
  maxRetries: 0,
});

try {
  const photo = new Blob([new Uint8Array(1024)], { type: 'image/jpeg' });
  await genvoris.tryon.generate({ photo, product_image_url: 'https://shop.example/dress.jpg' });
} catch (error) {
  if (!isGenvorisError(error)) throw error;
  switch (error.code) {
    case 'end_customer_quota':
      console.log(`the shopper's allowance: ${error.reason}`);
      break;
    case 'rate_limited':
      console.log(`come back in ${error.retryAfter} s`);
      break;
    case 'contract_violation':
      console.log(error.message, error.path);
      break;
    default:
      console.log(error.code, error.status, error.requestId);
  }
}

await genvoris.close();
