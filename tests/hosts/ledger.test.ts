// Runs the battery of the ledger on the MariaDB of this machine, which `npm test` may have left out.
import '../../packages/ledger/tests/mysql.test.ts';
