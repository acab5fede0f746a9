/** The database is not in a state in which this version may work with it; the message says in a line why. */
export class DatabaseNotReady extends Error {}
