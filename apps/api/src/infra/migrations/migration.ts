import type { DataSourceOptions, MigrationInterface, QueryRunner } from 'typeorm';
import type { Engine } from '../../config/database-url.js';

export type { MigrationInterface, QueryRunner };

export type MigrationClass = new () => MigrationInterface;

/** What a database is made of: the tables as they are to be, and for each engine the way there, oldest first. */
export type Schema = {
  entities: NonNullable<DataSourceOptions['entities']>;
  migrations: Record<Engine, MigrationClass[]>;
};

/** A step in the life of a schema. Its name ends with the milliseconds at which it was written. */
export type Migration = { name: string; timestamp: number; steps: MigrationInterface };

export const migrationsOf = ({ migrations }: Schema, engine: Engine): Migration[] =>
  migrations[engine].map((Class) => {
    const steps = new Class();
    const name = steps.name ?? Class.name;
    return { name, timestamp: Number(name.slice(-13)), steps };
  });

/** Gets a line for whatever is done to a database. */
export type Tell = (line: string) => void;
