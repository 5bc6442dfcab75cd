// A process of a shop: opens the ledger, tells it of an order, reserves, and is killed before it settles.
import { createAt, type Job } from './place.ts';

const { place, shopper, order, request, times } = JSON.parse(process.argv[2] ?? '') as Job;
const ledger = await createAt(place);
await ledger.open();
const { duplicate } = await ledger.applyOrder(order);
const answers = await Promise.all(Array.from({ length: times }, () => ledger.reserve(shopper, request)));
const held = answers.flatMap((answer) => (answer.kind === 'held' ? [answer.id] : []));
process.stdout.write(JSON.stringify({ granted: !duplicate, held }), () =>
  process.kill(process.pid, 'SIGKILL'),
);
