import type { MigrationInterface, QueryRunner } from '../../infra/migrations/migration.js';

export class Jobs1795934733729 implements MigrationInterface {
  name = 'Jobs1795934733729';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX `IDX_a1e6014aadcf68cad00d195981` ON `attachments`');
    await queryRunner.query(
      "CREATE TABLE `jobs` (`id` varchar(36) NOT NULL, `topic` varchar(40) NOT NULL, `payload` longtext NOT NULL, `attempts` int NOT NULL DEFAULT '0', `due_at` bigint NULL, `offered_at` bigint NULL, `died_at` bigint NULL, `error` longtext NULL, `created_at` bigint NOT NULL, INDEX `IDX_8b7fbbf8b73a76ede069371ab2` (`died_at`, `id`), INDEX `IDX_36bd4e424097024ea426ef8d9b` (`topic`, `due_at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    // Files that wait to be taken out of the store: from now on each is a job.
    await queryRunner.query(
      `INSERT INTO jobs (id, topic, payload, attempts, due_at, created_at)
       SELECT id, 'files.removed', CONCAT('{"fileIds":["', id, '"]}'), 0, removed_at, removed_at
       FROM attachments WHERE removed_at IS NOT NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX `IDX_36bd4e424097024ea426ef8d9b` ON `jobs`');
    await queryRunner.query('DROP INDEX `IDX_8b7fbbf8b73a76ede069371ab2` ON `jobs`');
    await queryRunner.query('DROP TABLE `jobs`');
    await queryRunner.query('CREATE INDEX `IDX_a1e6014aadcf68cad00d195981` ON `attachments` (`removed_at`)');
  }
}
