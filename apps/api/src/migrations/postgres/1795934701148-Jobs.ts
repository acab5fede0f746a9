import type { MigrationInterface, QueryRunner } from '../../infra/migrations/migration.js';

export class Jobs1795934701148 implements MigrationInterface {
  name = 'Jobs1795934701148';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX "public"."IDX_a1e6014aadcf68cad00d195981"');
    await queryRunner.query(
      'CREATE TABLE "jobs" ("id" character varying(36) NOT NULL, "topic" character varying(40) NOT NULL, "payload" text NOT NULL, "attempts" integer NOT NULL DEFAULT \'0\', "due_at" bigint, "offered_at" bigint, "died_at" bigint, "error" text, "created_at" bigint NOT NULL, CONSTRAINT "PK_cf0a6c42b72fcc7f7c237def345" PRIMARY KEY ("id"))',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_8b7fbbf8b73a76ede069371ab2" ON "jobs" ("died_at", "id") WHERE died_at IS NOT NULL',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_36bd4e424097024ea426ef8d9b" ON "jobs" ("topic", "due_at") WHERE due_at IS NOT NULL',
    );
    // Files that wait to be taken out of the store: from now on each is a job.
    await queryRunner.query(
      `INSERT INTO jobs (id, topic, payload, attempts, due_at, created_at)
       SELECT id, 'files.removed', '{"fileIds":["' || id || '"]}', 0, removed_at, removed_at
       FROM attachments WHERE removed_at IS NOT NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX "public"."IDX_36bd4e424097024ea426ef8d9b"');
    await queryRunner.query('DROP INDEX "public"."IDX_8b7fbbf8b73a76ede069371ab2"');
    await queryRunner.query('DROP TABLE "jobs"');
    await queryRunner.query(
      'CREATE INDEX "IDX_a1e6014aadcf68cad00d195981" ON "attachments" ("removed_at") WHERE (removed_at IS NOT NULL)',
    );
  }
}
