import type { MigrationInterface, QueryRunner } from '../../infra/migrations/migration.js';

export class Jobs1795933723469 implements MigrationInterface {
  name = 'Jobs1795933723469';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      "CREATE TABLE `jobs` (`id` varchar(36) NOT NULL, `topic` varchar(40) NOT NULL, `payload` longtext NOT NULL, `attempts` int NOT NULL DEFAULT '0', `due_at` bigint NULL, `offered_at` bigint NULL, `died_at` bigint NULL, `error` longtext NULL, `created_at` bigint NOT NULL, INDEX `IDX_8b7fbbf8b73a76ede069371ab2` (`died_at`, `id`), INDEX `IDX_36bd4e424097024ea426ef8d9b` (`topic`, `due_at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX `IDX_36bd4e424097024ea426ef8d9b` ON `jobs`');
    await queryRunner.query('DROP INDEX `IDX_8b7fbbf8b73a76ede069371ab2` ON `jobs`');
    await queryRunner.query('DROP TABLE `jobs`');
  }
}
