// Run after an install, so that the first start on a new folder need not make a database cluster. What
// fails here is done by that first start instead.
import { prepareFolder } from './prepared-folder.ts';

await prepareFolder();
