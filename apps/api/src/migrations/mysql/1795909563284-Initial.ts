import type { MigrationInterface, QueryRunner } from '../../infra/migrations/migration.js';

export class Initial1795909563284 implements MigrationInterface {
  name = 'Initial1795909563284';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    await queryRunner.query(
      "CREATE TABLE `attachments` (`id` varchar(36) NOT NULL, `uploader_id` varchar(36) NOT NULL, `room_id` varchar(36) NULL, `message_id` varchar(36) NULL, `purpose` varchar(10) NOT NULL DEFAULT 'message', `name` varchar(200) NOT NULL, `mime_type` varchar(100) NOT NULL, `size` bigint NOT NULL, `width` int NULL, `height` int NULL, `placeholder` varchar(500) NULL, `alt` varchar(500) NULL, `storage_key` varchar(100) NOT NULL, `thumbnails` varchar(10) NOT NULL, `created_at` bigint NOT NULL, `posted_at` bigint NULL, `removed_at` bigint NULL, INDEX `IDX_ca67f994d0c4ed6b336f938548` (`thumbnails`), INDEX `IDX_a1e6014aadcf68cad00d195981` (`removed_at`), INDEX `IDX_a070991cd7c2ba83da2bde3564` (`created_at`), INDEX `IDX_38060dc9e1b5a420a81ad2a574` (`message_id`), INDEX `IDX_73407cf2d2a0e64546bacf309a` (`uploader_id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await queryRunner.query(
      'CREATE TABLE `audit` (`id` varchar(36) NOT NULL, `at` bigint NOT NULL, `action` varchar(30) NOT NULL, `actor_id` varchar(36) NULL, `user_id` varchar(36) NULL, `room_id` varchar(36) NULL, `message_id` varchar(36) NULL, `address` varchar(64) NULL, `details` longtext NULL, INDEX `IDX_d326a2c83904d70e653075c8e1` (`action`, `id`), INDEX `IDX_2fe764c592ff324d3cf74f5599` (`user_id`, `id`), INDEX `IDX_ec63fe9ed5a915247275c3da8f` (`actor_id`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB',
    );
    await queryRunner.query(
      'CREATE TABLE `sessions` (`id` varchar(36) NOT NULL, `user_id` varchar(36) NOT NULL, `opened_by` varchar(10) NOT NULL, `browser_hash` varchar(64) NULL, `user_agent` varchar(255) NULL, `created_at` bigint NOT NULL, `last_used_at` bigint NOT NULL, `expires_at` bigint NOT NULL, `revoked_at` bigint NULL, INDEX `IDX_085d540d9f418cfbdc7bd55bb1` (`user_id`), PRIMARY KEY (`id`)) ENGINE=InnoDB',
    );
    await queryRunner.query(
      'CREATE TABLE `blocks` (`user_id` varchar(36) NOT NULL, `blocked_id` varchar(36) NOT NULL, `created_at` bigint NOT NULL, INDEX `IDX_8aa6c887bed61ad10829450f2f` (`blocked_id`), PRIMARY KEY (`user_id`, `blocked_id`)) ENGINE=InnoDB',
    );
    await queryRunner.query(
      'CREATE TABLE `connections` (`id` varchar(40) NOT NULL, `user_id` varchar(36) NOT NULL, `session_id` varchar(36) NOT NULL, `node_id` varchar(36) NOT NULL, `connected_at` bigint NOT NULL, `seen_at` bigint NOT NULL, INDEX `IDX_86337b5c9ed96b6fb381a40ae6` (`user_id`), INDEX `IDX_ceefae66da3cf29f8565238940` (`node_id`), PRIMARY KEY (`id`)) ENGINE=InnoDB',
    );
    await queryRunner.query(
      'CREATE TABLE `credentials` (`id` varchar(36) NOT NULL, `user_id` varchar(36) NOT NULL, `kind` varchar(20) NOT NULL, `hash` varchar(255) NOT NULL, `created_at` bigint NOT NULL, INDEX `IDX_c68a6c53e95a7dc357f4ebce8f` (`user_id`), PRIMARY KEY (`id`)) ENGINE=InnoDB',
    );
    await queryRunner.query(
      'CREATE TABLE `thread_followers` (`root_id` varchar(36) NOT NULL, `user_id` varchar(36) NOT NULL, `room_id` varchar(36) NOT NULL, `is_followed` tinyint NOT NULL, `read_seq` int NOT NULL, INDEX `IDX_5894337b0472637e4e57f65d93` (`user_id`, `room_id`), PRIMARY KEY (`root_id`, `user_id`)) ENGINE=InnoDB',
    );
    await queryRunner.query(
      'CREATE TABLE `members` (`room_id` varchar(36) NOT NULL, `user_id` varchar(36) NOT NULL, `role` varchar(10) NOT NULL, `read_seq` int NOT NULL, `read_epoch` int NOT NULL, `seen_seq` int NOT NULL, `delivered_seq` int NOT NULL, `notify` varchar(10) NOT NULL, `starred` tinyint NOT NULL, `joined_at` bigint NOT NULL, INDEX `IDX_da404b5fd9c390e25338996e2d` (`user_id`), PRIMARY KEY (`room_id`, `user_id`)) ENGINE=InnoDB',
    );
    await queryRunner.query(
      'CREATE TABLE `mentions` (`message_id` varchar(36) NOT NULL, `user_id` varchar(36) NOT NULL, `room_id` varchar(36) NOT NULL, `seq` int NOT NULL, `sender_id` varchar(36) NOT NULL, INDEX `IDX_e97b0a402aec0e079cdce33680` (`room_id`, `user_id`, `seq`), PRIMARY KEY (`message_id`, `user_id`)) ENGINE=InnoDB',
    );
    await queryRunner.query(
      "CREATE TABLE `messages` (`id` varchar(36) NOT NULL, `room_id` varchar(36) NOT NULL, `seq` int NOT NULL, `version` int NOT NULL, `client_id` varchar(36) NOT NULL, `sender_id` varchar(36) NOT NULL, `body` longtext NOT NULL, `reply_to_id` varchar(36) NULL, `thread_root_id` varchar(36) NULL, `reply_count` int NOT NULL DEFAULT '0', `mentions` longtext NULL, `mentions_all` varchar(4) NULL, `attachments` longtext NULL, `reactions` longtext NULL, `pinned_at` bigint NULL, `created_at` bigint NOT NULL, `edited_at` bigint NULL, `deleted_at` bigint NULL, INDEX `IDX_22dfdd5866169f9c576f62ce56` (`room_id`, `pinned_at`, `seq`), INDEX `IDX_ca3971c0505bf1366f29cd4d6e` (`thread_root_id`, `seq`), UNIQUE INDEX `IDX_086a2b3480b92c5a4b5014f37f` (`sender_id`, `client_id`), UNIQUE INDEX `IDX_431a8daf274a178d6aad30a286` (`room_id`, `version`), UNIQUE INDEX `IDX_7f3bd9ee0fceb46be80d990b4b` (`room_id`, `seq`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await queryRunner.query(
      'CREATE TABLE `reports` (`id` varchar(36) NOT NULL, `open_key` varchar(73) NULL, `reporter_id` varchar(36) NOT NULL, `person_id` varchar(36) NOT NULL, `message_id` varchar(36) NULL, `room_id` varchar(36) NULL, `message_body` longtext NULL, `reason` longtext NOT NULL, `created_at` bigint NOT NULL, `resolved_at` bigint NULL, `resolved_by_id` varchar(36) NULL, UNIQUE INDEX `IDX_8e80902ea45fbbc97f5ebf0b54` (`open_key`), INDEX `IDX_8f1f58b2cf54609676b63d4e75` (`resolved_at`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB',
    );
    await queryRunner.query(
      'CREATE TABLE `rooms` (`id` varchar(36) NOT NULL, `kind` varchar(10) NOT NULL, `unique_key` varchar(80) NULL, `name` varchar(80) NULL, `topic` varchar(250) NULL, `avatar_id` varchar(36) NULL, `version` int NOT NULL, `last_seq` int NOT NULL, `member_count` int NOT NULL, `last_activity_at` bigint NOT NULL, `created_at` bigint NOT NULL, `archived_at` bigint NULL, UNIQUE INDEX `IDX_73ad081fadc5ced843b86dc85c` (`unique_key`), INDEX `IDX_13b812db3a71269720d3d1ea53` (`kind`, `name`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB',
    );
    await queryRunner.query(
      'CREATE TABLE `name_keys` (`key` varchar(255) NOT NULL, `user_id` varchar(36) NOT NULL, INDEX `IDX_917d3b5b2f8909532302edff46` (`user_id`), PRIMARY KEY (`key`)) ENGINE=InnoDB',
    );
    await queryRunner.query(
      'CREATE TABLE `users` (`id` varchar(36) NOT NULL, `username` varchar(64) NOT NULL, `username_key` varchar(128) NOT NULL, `display_name` varchar(64) NOT NULL, `search_key` varchar(255) NOT NULL, `avatar_url` varchar(500) NULL, `role` varchar(10) NOT NULL, `chosen_status` varchar(10) NOT NULL, `external_id` varchar(255) NULL, `deactivated_at` bigint NULL, `last_seen_at` bigint NULL, `created_at` bigint NOT NULL, UNIQUE INDEX `IDX_43f388ec81c5e6e796845dad90` (`username_key`), UNIQUE INDEX `IDX_11fc776e0ca3573dc195670f63` (`external_id`), PRIMARY KEY (`id`)) ENGINE=InnoDB',
    );
    await queryRunner.query(
      'ALTER TABLE `attachments` ADD CONSTRAINT `FK_2d2d10fd0538613de6bbefb2614` FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `attachments` ADD CONSTRAINT `FK_73407cf2d2a0e64546bacf309a7` FOREIGN KEY (`uploader_id`) REFERENCES `users`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `sessions` ADD CONSTRAINT `FK_085d540d9f418cfbdc7bd55bb19` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `blocks` ADD CONSTRAINT `FK_8aa6c887bed61ad10829450f2f0` FOREIGN KEY (`blocked_id`) REFERENCES `users`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `blocks` ADD CONSTRAINT `FK_91d7d715d368c9d4ff34cc7160e` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `connections` ADD CONSTRAINT `FK_86337b5c9ed96b6fb381a40ae61` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `credentials` ADD CONSTRAINT `FK_c68a6c53e95a7dc357f4ebce8f0` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `thread_followers` ADD CONSTRAINT `FK_9751eebad94b5d33b6296abef79` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `thread_followers` ADD CONSTRAINT `FK_7de045c084c7ea36562996ccf90` FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `thread_followers` ADD CONSTRAINT `FK_6543818a9ad13a9fe528f480a69` FOREIGN KEY (`root_id`) REFERENCES `messages`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `members` ADD CONSTRAINT `FK_da404b5fd9c390e25338996e2d1` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `members` ADD CONSTRAINT `FK_019a587dba7f46c0b32be50d5f8` FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `mentions` ADD CONSTRAINT `FK_ec9bc29c0f5ce95d3aa09245b70` FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `messages` ADD CONSTRAINT `FK_22133395bd13b970ccd0c34ab22` FOREIGN KEY (`sender_id`) REFERENCES `users`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `messages` ADD CONSTRAINT `FK_1dda4fc8dbeeff2ee71f0088ba0` FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `reports` ADD CONSTRAINT `FK_7dad18efed25b3ff4aa9fb4c7b1` FOREIGN KEY (`person_id`) REFERENCES `users`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `reports` ADD CONSTRAINT `FK_9459b9bf907a3807ef7143d2ead` FOREIGN KEY (`reporter_id`) REFERENCES `users`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE `name_keys` ADD CONSTRAINT `FK_917d3b5b2f8909532302edff467` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      "CREATE TRIGGER audit_refuses_update BEFORE UPDATE ON audit FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit is only ever added to'",
    );
    await queryRunner.query(
      "CREATE TRIGGER audit_refuses_delete BEFORE DELETE ON audit FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit is only ever added to'",
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE `name_keys` DROP FOREIGN KEY `FK_917d3b5b2f8909532302edff467`');
    await queryRunner.query('ALTER TABLE `reports` DROP FOREIGN KEY `FK_9459b9bf907a3807ef7143d2ead`');
    await queryRunner.query('ALTER TABLE `reports` DROP FOREIGN KEY `FK_7dad18efed25b3ff4aa9fb4c7b1`');
    await queryRunner.query('ALTER TABLE `messages` DROP FOREIGN KEY `FK_1dda4fc8dbeeff2ee71f0088ba0`');
    await queryRunner.query('ALTER TABLE `messages` DROP FOREIGN KEY `FK_22133395bd13b970ccd0c34ab22`');
    await queryRunner.query('ALTER TABLE `mentions` DROP FOREIGN KEY `FK_ec9bc29c0f5ce95d3aa09245b70`');
    await queryRunner.query('ALTER TABLE `members` DROP FOREIGN KEY `FK_019a587dba7f46c0b32be50d5f8`');
    await queryRunner.query('ALTER TABLE `members` DROP FOREIGN KEY `FK_da404b5fd9c390e25338996e2d1`');
    await queryRunner.query(
      'ALTER TABLE `thread_followers` DROP FOREIGN KEY `FK_6543818a9ad13a9fe528f480a69`',
    );
    await queryRunner.query(
      'ALTER TABLE `thread_followers` DROP FOREIGN KEY `FK_7de045c084c7ea36562996ccf90`',
    );
    await queryRunner.query(
      'ALTER TABLE `thread_followers` DROP FOREIGN KEY `FK_9751eebad94b5d33b6296abef79`',
    );
    await queryRunner.query('ALTER TABLE `credentials` DROP FOREIGN KEY `FK_c68a6c53e95a7dc357f4ebce8f0`');
    await queryRunner.query('ALTER TABLE `connections` DROP FOREIGN KEY `FK_86337b5c9ed96b6fb381a40ae61`');
    await queryRunner.query('ALTER TABLE `blocks` DROP FOREIGN KEY `FK_91d7d715d368c9d4ff34cc7160e`');
    await queryRunner.query('ALTER TABLE `blocks` DROP FOREIGN KEY `FK_8aa6c887bed61ad10829450f2f0`');
    await queryRunner.query('ALTER TABLE `sessions` DROP FOREIGN KEY `FK_085d540d9f418cfbdc7bd55bb19`');
    await queryRunner.query('ALTER TABLE `attachments` DROP FOREIGN KEY `FK_73407cf2d2a0e64546bacf309a7`');
    await queryRunner.query('ALTER TABLE `attachments` DROP FOREIGN KEY `FK_2d2d10fd0538613de6bbefb2614`');
    await queryRunner.query('DROP INDEX `IDX_11fc776e0ca3573dc195670f63` ON `users`');
    await queryRunner.query('DROP INDEX `IDX_43f388ec81c5e6e796845dad90` ON `users`');
    await queryRunner.query('DROP TABLE `users`');
    await queryRunner.query('DROP INDEX `IDX_917d3b5b2f8909532302edff46` ON `name_keys`');
    await queryRunner.query('DROP TABLE `name_keys`');
    await queryRunner.query('DROP INDEX `IDX_13b812db3a71269720d3d1ea53` ON `rooms`');
    await queryRunner.query('DROP INDEX `IDX_73ad081fadc5ced843b86dc85c` ON `rooms`');
    await queryRunner.query('DROP TABLE `rooms`');
    await queryRunner.query('DROP INDEX `IDX_8f1f58b2cf54609676b63d4e75` ON `reports`');
    await queryRunner.query('DROP INDEX `IDX_8e80902ea45fbbc97f5ebf0b54` ON `reports`');
    await queryRunner.query('DROP TABLE `reports`');
    await queryRunner.query('DROP INDEX `IDX_7f3bd9ee0fceb46be80d990b4b` ON `messages`');
    await queryRunner.query('DROP INDEX `IDX_431a8daf274a178d6aad30a286` ON `messages`');
    await queryRunner.query('DROP INDEX `IDX_086a2b3480b92c5a4b5014f37f` ON `messages`');
    await queryRunner.query('DROP INDEX `IDX_ca3971c0505bf1366f29cd4d6e` ON `messages`');
    await queryRunner.query('DROP INDEX `IDX_22dfdd5866169f9c576f62ce56` ON `messages`');
    await queryRunner.query('DROP TABLE `messages`');
    await queryRunner.query('DROP INDEX `IDX_e97b0a402aec0e079cdce33680` ON `mentions`');
    await queryRunner.query('DROP TABLE `mentions`');
    await queryRunner.query('DROP INDEX `IDX_da404b5fd9c390e25338996e2d` ON `members`');
    await queryRunner.query('DROP TABLE `members`');
    await queryRunner.query('DROP INDEX `IDX_5894337b0472637e4e57f65d93` ON `thread_followers`');
    await queryRunner.query('DROP TABLE `thread_followers`');
    await queryRunner.query('DROP INDEX `IDX_c68a6c53e95a7dc357f4ebce8f` ON `credentials`');
    await queryRunner.query('DROP TABLE `credentials`');
    await queryRunner.query('DROP INDEX `IDX_ceefae66da3cf29f8565238940` ON `connections`');
    await queryRunner.query('DROP INDEX `IDX_86337b5c9ed96b6fb381a40ae6` ON `connections`');
    await queryRunner.query('DROP TABLE `connections`');
    await queryRunner.query('DROP INDEX `IDX_8aa6c887bed61ad10829450f2f` ON `blocks`');
    await queryRunner.query('DROP TABLE `blocks`');
    await queryRunner.query('DROP INDEX `IDX_085d540d9f418cfbdc7bd55bb1` ON `sessions`');
    await queryRunner.query('DROP TABLE `sessions`');
    await queryRunner.query('DROP INDEX `IDX_ec63fe9ed5a915247275c3da8f` ON `audit`');
    await queryRunner.query('DROP INDEX `IDX_2fe764c592ff324d3cf74f5599` ON `audit`');
    await queryRunner.query('DROP INDEX `IDX_d326a2c83904d70e653075c8e1` ON `audit`');
    await queryRunner.query('DROP TABLE `audit`');
    await queryRunner.query('DROP INDEX `IDX_73407cf2d2a0e64546bacf309a` ON `attachments`');
    await queryRunner.query('DROP INDEX `IDX_38060dc9e1b5a420a81ad2a574` ON `attachments`');
    await queryRunner.query('DROP INDEX `IDX_a070991cd7c2ba83da2bde3564` ON `attachments`');
    await queryRunner.query('DROP INDEX `IDX_a1e6014aadcf68cad00d195981` ON `attachments`');
    await queryRunner.query('DROP INDEX `IDX_ca67f994d0c4ed6b336f938548` ON `attachments`');
    await queryRunner.query('DROP TABLE `attachments`');
  }
}
