import {
  ChromiumNotFoundError,
  findChromium,
} from '../../packages/conformance/src/subjects/widget/chromium.ts';

try {
  const { executablePath, source } = await findChromium();
  console.log(`${executablePath} (found by ${source})`);
} catch (error) {
  if (!(error instanceof ChromiumNotFoundError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
