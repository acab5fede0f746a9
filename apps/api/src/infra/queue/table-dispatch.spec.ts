import { queueDatabase } from '../../testing/queue-database.js';
import { isServerThere } from '../../testing/server-database.js';
import { queueContract } from './queue.contract.js';
import { TableDispatch } from './table-dispatch.js';

for (const engine of ['sqlite', 'postgres', 'mysql'] as const) {
  const describeHere = engine === 'sqlite' || (await isServerThere(engine)) ? describe : describe.skip;
  describeHere(`jobs in a table of ${engine}`, () => {
    queueContract(async () => ({
      ...(await queueDatabase(engine)),
      dispatch: (store, runner) => new TableDispatch(store, runner),
    }));
  });
}
