import { query } from '../migrating.js';
import { CLUSTER_ENGINE } from './two-nodes.js';

type Switch = { on: string[]; off: string[] };

/** A constraint that is looked at when all the work is done: the commit itself fails. Only PostgreSQL has these. */
const AT_COMMIT: Switch = {
  on: [
    `CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'this database commits nothing'; END $$`,
    `CREATE CONSTRAINT TRIGGER broken AFTER INSERT ON messages
       DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION broken()`,
  ],
  off: ['DROP TRIGGER broken ON messages', 'DROP FUNCTION broken'],
};

/** A row that is refused when it is there already, with all that was written before it. */
const late = (start: string): Switch =>
  CLUSTER_ENGINE === 'postgres'
    ? {
        on: [
          `CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql AS
             $$ BEGIN RAISE EXCEPTION 'late'; END $$`,
          `CREATE TRIGGER late AFTER INSERT ON messages
             FOR EACH ROW WHEN (NEW.body LIKE '${start}%') EXECUTE FUNCTION late()`,
        ],
        off: ['DROP TRIGGER late ON messages', 'DROP FUNCTION late'],
      }
    : {
        on: [
          `CREATE TRIGGER late AFTER INSERT ON messages FOR EACH ROW
             IF NEW.body LIKE '${start}%' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'late'; END IF`,
        ],
        off: ['DROP TRIGGER late'],
      };

async function switched<Result>(url: string, { on, off }: Switch, during: () => Promise<Result>) {
  for (const statement of on) await query(url, statement);
  try {
    return await during();
  } finally {
    for (const statement of off) await query(url, statement);
  }
}

/** No message can be committed while `during` runs. */
export const failingAtCommit = <Result>(url: string, during: () => Promise<Result>): Promise<Result> =>
  switched(url, AT_COMMIT, during);

/** No message that begins so can be stored while `during` runs. */
export const failing = <Result>(url: string, start: string, during: () => Promise<Result>) =>
  switched(url, late(start), during);
