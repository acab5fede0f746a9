import type { MigrationInterface, QueryRunner } from '../../infra/migrations/migration.js';

export class Initial1795909569018 implements MigrationInterface {
  name = 'Initial1795909569018';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE TABLE "attachments" ("id" varchar(36) PRIMARY KEY NOT NULL, "uploader_id" varchar(36) NOT NULL, "room_id" varchar(36), "message_id" varchar(36), "purpose" varchar(10) NOT NULL DEFAULT (\'message\'), "name" varchar(200) NOT NULL, "mime_type" varchar(100) NOT NULL, "size" bigint NOT NULL, "width" integer, "height" integer, "placeholder" varchar(500), "alt" varchar(500), "storage_key" varchar(100) NOT NULL, "thumbnails" varchar(10) NOT NULL, "created_at" bigint NOT NULL, "posted_at" bigint, "removed_at" bigint)',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_ca67f994d0c4ed6b336f938548" ON "attachments" ("thumbnails") WHERE thumbnails = \'pending\'',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_a1e6014aadcf68cad00d195981" ON "attachments" ("removed_at") WHERE removed_at IS NOT NULL',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_a070991cd7c2ba83da2bde3564" ON "attachments" ("created_at") WHERE posted_at IS NULL',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_38060dc9e1b5a420a81ad2a574" ON "attachments" ("message_id") WHERE message_id IS NOT NULL',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_73407cf2d2a0e64546bacf309a" ON "attachments" ("uploader_id") ',
    );
    await queryRunner.query(
      'CREATE TABLE "audit" ("id" varchar(36) PRIMARY KEY NOT NULL, "at" bigint NOT NULL, "action" varchar(30) NOT NULL, "actor_id" varchar(36), "user_id" varchar(36), "room_id" varchar(36), "message_id" varchar(36), "address" varchar(64), "details" text)',
    );
    await queryRunner.query('CREATE INDEX "IDX_d326a2c83904d70e653075c8e1" ON "audit" ("action", "id") ');
    await queryRunner.query('CREATE INDEX "IDX_2fe764c592ff324d3cf74f5599" ON "audit" ("user_id", "id") ');
    await queryRunner.query('CREATE INDEX "IDX_ec63fe9ed5a915247275c3da8f" ON "audit" ("actor_id", "id") ');
    await queryRunner.query(
      'CREATE TABLE "sessions" ("id" varchar(36) PRIMARY KEY NOT NULL, "user_id" varchar(36) NOT NULL, "opened_by" varchar(10) NOT NULL, "browser_hash" varchar(64), "user_agent" varchar(255), "created_at" bigint NOT NULL, "last_used_at" bigint NOT NULL, "expires_at" bigint NOT NULL, "revoked_at" bigint)',
    );
    await queryRunner.query('CREATE INDEX "IDX_085d540d9f418cfbdc7bd55bb1" ON "sessions" ("user_id") ');
    await queryRunner.query(
      'CREATE TABLE "blocks" ("user_id" varchar(36) NOT NULL, "blocked_id" varchar(36) NOT NULL, "created_at" bigint NOT NULL, PRIMARY KEY ("user_id", "blocked_id"))',
    );
    await queryRunner.query('CREATE INDEX "IDX_8aa6c887bed61ad10829450f2f" ON "blocks" ("blocked_id") ');
    await queryRunner.query(
      'CREATE TABLE "connections" ("id" varchar(40) PRIMARY KEY NOT NULL, "user_id" varchar(36) NOT NULL, "session_id" varchar(36) NOT NULL, "node_id" varchar(36) NOT NULL, "connected_at" bigint NOT NULL, "seen_at" bigint NOT NULL)',
    );
    await queryRunner.query('CREATE INDEX "IDX_86337b5c9ed96b6fb381a40ae6" ON "connections" ("user_id") ');
    await queryRunner.query('CREATE INDEX "IDX_ceefae66da3cf29f8565238940" ON "connections" ("node_id") ');
    await queryRunner.query(
      'CREATE TABLE "credentials" ("id" varchar(36) PRIMARY KEY NOT NULL, "user_id" varchar(36) NOT NULL, "kind" varchar(20) NOT NULL, "hash" varchar(255) NOT NULL, "created_at" bigint NOT NULL)',
    );
    await queryRunner.query('CREATE INDEX "IDX_c68a6c53e95a7dc357f4ebce8f" ON "credentials" ("user_id") ');
    await queryRunner.query(
      'CREATE TABLE "thread_followers" ("root_id" varchar(36) NOT NULL, "user_id" varchar(36) NOT NULL, "room_id" varchar(36) NOT NULL, "is_followed" boolean NOT NULL, "read_seq" integer NOT NULL, PRIMARY KEY ("root_id", "user_id"))',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_5894337b0472637e4e57f65d93" ON "thread_followers" ("user_id", "room_id") ',
    );
    await queryRunner.query(
      'CREATE TABLE "members" ("room_id" varchar(36) NOT NULL, "user_id" varchar(36) NOT NULL, "role" varchar(10) NOT NULL, "read_seq" integer NOT NULL, "read_epoch" integer NOT NULL, "seen_seq" integer NOT NULL, "delivered_seq" integer NOT NULL, "notify" varchar(10) NOT NULL, "starred" boolean NOT NULL, "joined_at" bigint NOT NULL, PRIMARY KEY ("room_id", "user_id"))',
    );
    await queryRunner.query('CREATE INDEX "IDX_da404b5fd9c390e25338996e2d" ON "members" ("user_id") ');
    await queryRunner.query(
      'CREATE TABLE "mentions" ("message_id" varchar(36) NOT NULL, "user_id" varchar(36) NOT NULL, "room_id" varchar(36) NOT NULL, "seq" integer NOT NULL, "sender_id" varchar(36) NOT NULL, PRIMARY KEY ("message_id", "user_id"))',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_e97b0a402aec0e079cdce33680" ON "mentions" ("room_id", "user_id", "seq") ',
    );
    await queryRunner.query(
      'CREATE TABLE "messages" ("id" varchar(36) PRIMARY KEY NOT NULL, "room_id" varchar(36) NOT NULL, "seq" integer NOT NULL, "version" integer NOT NULL, "client_id" varchar(36) NOT NULL, "sender_id" varchar(36) NOT NULL, "body" text NOT NULL, "reply_to_id" varchar(36), "thread_root_id" varchar(36), "reply_count" integer NOT NULL DEFAULT (0), "mentions" text, "mentions_all" varchar(4), "attachments" text, "reactions" text, "pinned_at" bigint, "created_at" bigint NOT NULL, "edited_at" bigint, "deleted_at" bigint)',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_22dfdd5866169f9c576f62ce56" ON "messages" ("room_id", "pinned_at", "seq") WHERE pinned_at IS NOT NULL',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_ca3971c0505bf1366f29cd4d6e" ON "messages" ("thread_root_id", "seq") WHERE thread_root_id IS NOT NULL',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_086a2b3480b92c5a4b5014f37f" ON "messages" ("sender_id", "client_id") ',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_431a8daf274a178d6aad30a286" ON "messages" ("room_id", "version") ',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_7f3bd9ee0fceb46be80d990b4b" ON "messages" ("room_id", "seq") ',
    );
    await queryRunner.query(
      'CREATE TABLE "reports" ("id" varchar(36) PRIMARY KEY NOT NULL, "open_key" varchar(73), "reporter_id" varchar(36) NOT NULL, "person_id" varchar(36) NOT NULL, "message_id" varchar(36), "room_id" varchar(36), "message_body" text, "reason" text NOT NULL, "created_at" bigint NOT NULL, "resolved_at" bigint, "resolved_by_id" varchar(36))',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_8e80902ea45fbbc97f5ebf0b54" ON "reports" ("open_key") ',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_8f1f58b2cf54609676b63d4e75" ON "reports" ("resolved_at", "id") ',
    );
    await queryRunner.query(
      'CREATE TABLE "rooms" ("id" varchar(36) PRIMARY KEY NOT NULL, "kind" varchar(10) NOT NULL, "unique_key" varchar(80), "name" varchar(80), "topic" varchar(250), "avatar_id" varchar(36), "version" integer NOT NULL, "last_seq" integer NOT NULL, "member_count" integer NOT NULL, "last_activity_at" bigint NOT NULL, "created_at" bigint NOT NULL, "archived_at" bigint)',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_73ad081fadc5ced843b86dc85c" ON "rooms" ("unique_key") ',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_13b812db3a71269720d3d1ea53" ON "rooms" ("kind", "name", "id") ',
    );
    await queryRunner.query(
      'CREATE TABLE "name_keys" ("key" varchar(255) PRIMARY KEY NOT NULL, "user_id" varchar(36) NOT NULL)',
    );
    await queryRunner.query('CREATE INDEX "IDX_917d3b5b2f8909532302edff46" ON "name_keys" ("user_id") ');
    await queryRunner.query(
      'CREATE TABLE "users" ("id" varchar(36) PRIMARY KEY NOT NULL, "username" varchar(64) NOT NULL, "username_key" varchar(128) NOT NULL, "display_name" varchar(64) NOT NULL, "search_key" varchar(255) NOT NULL, "avatar_url" varchar(500), "role" varchar(10) NOT NULL, "chosen_status" varchar(10) NOT NULL, "external_id" varchar(255), "deactivated_at" bigint, "last_seen_at" bigint, "created_at" bigint NOT NULL)',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_43f388ec81c5e6e796845dad90" ON "users" ("username_key") ',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_11fc776e0ca3573dc195670f63" ON "users" ("external_id") ',
    );
    await queryRunner.query('DROP INDEX "IDX_ca67f994d0c4ed6b336f938548"');
    await queryRunner.query('DROP INDEX "IDX_a1e6014aadcf68cad00d195981"');
    await queryRunner.query('DROP INDEX "IDX_a070991cd7c2ba83da2bde3564"');
    await queryRunner.query('DROP INDEX "IDX_38060dc9e1b5a420a81ad2a574"');
    await queryRunner.query('DROP INDEX "IDX_73407cf2d2a0e64546bacf309a"');
    await queryRunner.query(
      'CREATE TABLE "temporary_attachments" ("id" varchar(36) PRIMARY KEY NOT NULL, "uploader_id" varchar(36) NOT NULL, "room_id" varchar(36), "message_id" varchar(36), "purpose" varchar(10) NOT NULL DEFAULT (\'message\'), "name" varchar(200) NOT NULL, "mime_type" varchar(100) NOT NULL, "size" bigint NOT NULL, "width" integer, "height" integer, "placeholder" varchar(500), "alt" varchar(500), "storage_key" varchar(100) NOT NULL, "thumbnails" varchar(10) NOT NULL, "created_at" bigint NOT NULL, "posted_at" bigint, "removed_at" bigint, CONSTRAINT "FK_2d2d10fd0538613de6bbefb2614" FOREIGN KEY ("room_id") REFERENCES "rooms" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_73407cf2d2a0e64546bacf309a7" FOREIGN KEY ("uploader_id") REFERENCES "users" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
    );
    await queryRunner.query(
      'INSERT INTO "temporary_attachments"("id", "uploader_id", "room_id", "message_id", "purpose", "name", "mime_type", "size", "width", "height", "placeholder", "alt", "storage_key", "thumbnails", "created_at", "posted_at", "removed_at") SELECT "id", "uploader_id", "room_id", "message_id", "purpose", "name", "mime_type", "size", "width", "height", "placeholder", "alt", "storage_key", "thumbnails", "created_at", "posted_at", "removed_at" FROM "attachments"',
    );
    await queryRunner.query('DROP TABLE "attachments"');
    await queryRunner.query('ALTER TABLE "temporary_attachments" RENAME TO "attachments"');
    await queryRunner.query(
      'CREATE INDEX "IDX_ca67f994d0c4ed6b336f938548" ON "attachments" ("thumbnails") WHERE thumbnails = \'pending\'',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_a1e6014aadcf68cad00d195981" ON "attachments" ("removed_at") WHERE removed_at IS NOT NULL',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_a070991cd7c2ba83da2bde3564" ON "attachments" ("created_at") WHERE posted_at IS NULL',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_38060dc9e1b5a420a81ad2a574" ON "attachments" ("message_id") WHERE message_id IS NOT NULL',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_73407cf2d2a0e64546bacf309a" ON "attachments" ("uploader_id") ',
    );
    await queryRunner.query('DROP INDEX "IDX_085d540d9f418cfbdc7bd55bb1"');
    await queryRunner.query(
      'CREATE TABLE "temporary_sessions" ("id" varchar(36) PRIMARY KEY NOT NULL, "user_id" varchar(36) NOT NULL, "opened_by" varchar(10) NOT NULL, "browser_hash" varchar(64), "user_agent" varchar(255), "created_at" bigint NOT NULL, "last_used_at" bigint NOT NULL, "expires_at" bigint NOT NULL, "revoked_at" bigint, CONSTRAINT "FK_085d540d9f418cfbdc7bd55bb19" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
    );
    await queryRunner.query(
      'INSERT INTO "temporary_sessions"("id", "user_id", "opened_by", "browser_hash", "user_agent", "created_at", "last_used_at", "expires_at", "revoked_at") SELECT "id", "user_id", "opened_by", "browser_hash", "user_agent", "created_at", "last_used_at", "expires_at", "revoked_at" FROM "sessions"',
    );
    await queryRunner.query('DROP TABLE "sessions"');
    await queryRunner.query('ALTER TABLE "temporary_sessions" RENAME TO "sessions"');
    await queryRunner.query('CREATE INDEX "IDX_085d540d9f418cfbdc7bd55bb1" ON "sessions" ("user_id") ');
    await queryRunner.query('DROP INDEX "IDX_8aa6c887bed61ad10829450f2f"');
    await queryRunner.query(
      'CREATE TABLE "temporary_blocks" ("user_id" varchar(36) NOT NULL, "blocked_id" varchar(36) NOT NULL, "created_at" bigint NOT NULL, CONSTRAINT "FK_8aa6c887bed61ad10829450f2f0" FOREIGN KEY ("blocked_id") REFERENCES "users" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_91d7d715d368c9d4ff34cc7160e" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("user_id", "blocked_id"))',
    );
    await queryRunner.query(
      'INSERT INTO "temporary_blocks"("user_id", "blocked_id", "created_at") SELECT "user_id", "blocked_id", "created_at" FROM "blocks"',
    );
    await queryRunner.query('DROP TABLE "blocks"');
    await queryRunner.query('ALTER TABLE "temporary_blocks" RENAME TO "blocks"');
    await queryRunner.query('CREATE INDEX "IDX_8aa6c887bed61ad10829450f2f" ON "blocks" ("blocked_id") ');
    await queryRunner.query('DROP INDEX "IDX_86337b5c9ed96b6fb381a40ae6"');
    await queryRunner.query('DROP INDEX "IDX_ceefae66da3cf29f8565238940"');
    await queryRunner.query(
      'CREATE TABLE "temporary_connections" ("id" varchar(40) PRIMARY KEY NOT NULL, "user_id" varchar(36) NOT NULL, "session_id" varchar(36) NOT NULL, "node_id" varchar(36) NOT NULL, "connected_at" bigint NOT NULL, "seen_at" bigint NOT NULL, CONSTRAINT "FK_86337b5c9ed96b6fb381a40ae61" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
    );
    await queryRunner.query(
      'INSERT INTO "temporary_connections"("id", "user_id", "session_id", "node_id", "connected_at", "seen_at") SELECT "id", "user_id", "session_id", "node_id", "connected_at", "seen_at" FROM "connections"',
    );
    await queryRunner.query('DROP TABLE "connections"');
    await queryRunner.query('ALTER TABLE "temporary_connections" RENAME TO "connections"');
    await queryRunner.query('CREATE INDEX "IDX_86337b5c9ed96b6fb381a40ae6" ON "connections" ("user_id") ');
    await queryRunner.query('CREATE INDEX "IDX_ceefae66da3cf29f8565238940" ON "connections" ("node_id") ');
    await queryRunner.query('DROP INDEX "IDX_c68a6c53e95a7dc357f4ebce8f"');
    await queryRunner.query(
      'CREATE TABLE "temporary_credentials" ("id" varchar(36) PRIMARY KEY NOT NULL, "user_id" varchar(36) NOT NULL, "kind" varchar(20) NOT NULL, "hash" varchar(255) NOT NULL, "created_at" bigint NOT NULL, CONSTRAINT "FK_c68a6c53e95a7dc357f4ebce8f0" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
    );
    await queryRunner.query(
      'INSERT INTO "temporary_credentials"("id", "user_id", "kind", "hash", "created_at") SELECT "id", "user_id", "kind", "hash", "created_at" FROM "credentials"',
    );
    await queryRunner.query('DROP TABLE "credentials"');
    await queryRunner.query('ALTER TABLE "temporary_credentials" RENAME TO "credentials"');
    await queryRunner.query('CREATE INDEX "IDX_c68a6c53e95a7dc357f4ebce8f" ON "credentials" ("user_id") ');
    await queryRunner.query('DROP INDEX "IDX_5894337b0472637e4e57f65d93"');
    await queryRunner.query(
      'CREATE TABLE "temporary_thread_followers" ("root_id" varchar(36) NOT NULL, "user_id" varchar(36) NOT NULL, "room_id" varchar(36) NOT NULL, "is_followed" boolean NOT NULL, "read_seq" integer NOT NULL, CONSTRAINT "FK_9751eebad94b5d33b6296abef79" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_7de045c084c7ea36562996ccf90" FOREIGN KEY ("room_id") REFERENCES "rooms" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_6543818a9ad13a9fe528f480a69" FOREIGN KEY ("root_id") REFERENCES "messages" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("root_id", "user_id"))',
    );
    await queryRunner.query(
      'INSERT INTO "temporary_thread_followers"("root_id", "user_id", "room_id", "is_followed", "read_seq") SELECT "root_id", "user_id", "room_id", "is_followed", "read_seq" FROM "thread_followers"',
    );
    await queryRunner.query('DROP TABLE "thread_followers"');
    await queryRunner.query('ALTER TABLE "temporary_thread_followers" RENAME TO "thread_followers"');
    await queryRunner.query(
      'CREATE INDEX "IDX_5894337b0472637e4e57f65d93" ON "thread_followers" ("user_id", "room_id") ',
    );
    await queryRunner.query('DROP INDEX "IDX_da404b5fd9c390e25338996e2d"');
    await queryRunner.query(
      'CREATE TABLE "temporary_members" ("room_id" varchar(36) NOT NULL, "user_id" varchar(36) NOT NULL, "role" varchar(10) NOT NULL, "read_seq" integer NOT NULL, "read_epoch" integer NOT NULL, "seen_seq" integer NOT NULL, "delivered_seq" integer NOT NULL, "notify" varchar(10) NOT NULL, "starred" boolean NOT NULL, "joined_at" bigint NOT NULL, CONSTRAINT "FK_da404b5fd9c390e25338996e2d1" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_019a587dba7f46c0b32be50d5f8" FOREIGN KEY ("room_id") REFERENCES "rooms" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("room_id", "user_id"))',
    );
    await queryRunner.query(
      'INSERT INTO "temporary_members"("room_id", "user_id", "role", "read_seq", "read_epoch", "seen_seq", "delivered_seq", "notify", "starred", "joined_at") SELECT "room_id", "user_id", "role", "read_seq", "read_epoch", "seen_seq", "delivered_seq", "notify", "starred", "joined_at" FROM "members"',
    );
    await queryRunner.query('DROP TABLE "members"');
    await queryRunner.query('ALTER TABLE "temporary_members" RENAME TO "members"');
    await queryRunner.query('CREATE INDEX "IDX_da404b5fd9c390e25338996e2d" ON "members" ("user_id") ');
    await queryRunner.query('DROP INDEX "IDX_e97b0a402aec0e079cdce33680"');
    await queryRunner.query(
      'CREATE TABLE "temporary_mentions" ("message_id" varchar(36) NOT NULL, "user_id" varchar(36) NOT NULL, "room_id" varchar(36) NOT NULL, "seq" integer NOT NULL, "sender_id" varchar(36) NOT NULL, CONSTRAINT "FK_ec9bc29c0f5ce95d3aa09245b70" FOREIGN KEY ("message_id") REFERENCES "messages" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("message_id", "user_id"))',
    );
    await queryRunner.query(
      'INSERT INTO "temporary_mentions"("message_id", "user_id", "room_id", "seq", "sender_id") SELECT "message_id", "user_id", "room_id", "seq", "sender_id" FROM "mentions"',
    );
    await queryRunner.query('DROP TABLE "mentions"');
    await queryRunner.query('ALTER TABLE "temporary_mentions" RENAME TO "mentions"');
    await queryRunner.query(
      'CREATE INDEX "IDX_e97b0a402aec0e079cdce33680" ON "mentions" ("room_id", "user_id", "seq") ',
    );
    await queryRunner.query('DROP INDEX "IDX_22dfdd5866169f9c576f62ce56"');
    await queryRunner.query('DROP INDEX "IDX_ca3971c0505bf1366f29cd4d6e"');
    await queryRunner.query('DROP INDEX "IDX_086a2b3480b92c5a4b5014f37f"');
    await queryRunner.query('DROP INDEX "IDX_431a8daf274a178d6aad30a286"');
    await queryRunner.query('DROP INDEX "IDX_7f3bd9ee0fceb46be80d990b4b"');
    await queryRunner.query(
      'CREATE TABLE "temporary_messages" ("id" varchar(36) PRIMARY KEY NOT NULL, "room_id" varchar(36) NOT NULL, "seq" integer NOT NULL, "version" integer NOT NULL, "client_id" varchar(36) NOT NULL, "sender_id" varchar(36) NOT NULL, "body" text NOT NULL, "reply_to_id" varchar(36), "thread_root_id" varchar(36), "reply_count" integer NOT NULL DEFAULT (0), "mentions" text, "mentions_all" varchar(4), "attachments" text, "reactions" text, "pinned_at" bigint, "created_at" bigint NOT NULL, "edited_at" bigint, "deleted_at" bigint, CONSTRAINT "FK_22133395bd13b970ccd0c34ab22" FOREIGN KEY ("sender_id") REFERENCES "users" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_1dda4fc8dbeeff2ee71f0088ba0" FOREIGN KEY ("room_id") REFERENCES "rooms" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
    );
    await queryRunner.query(
      'INSERT INTO "temporary_messages"("id", "room_id", "seq", "version", "client_id", "sender_id", "body", "reply_to_id", "thread_root_id", "reply_count", "mentions", "mentions_all", "attachments", "reactions", "pinned_at", "created_at", "edited_at", "deleted_at") SELECT "id", "room_id", "seq", "version", "client_id", "sender_id", "body", "reply_to_id", "thread_root_id", "reply_count", "mentions", "mentions_all", "attachments", "reactions", "pinned_at", "created_at", "edited_at", "deleted_at" FROM "messages"',
    );
    await queryRunner.query('DROP TABLE "messages"');
    await queryRunner.query('ALTER TABLE "temporary_messages" RENAME TO "messages"');
    await queryRunner.query(
      'CREATE INDEX "IDX_22dfdd5866169f9c576f62ce56" ON "messages" ("room_id", "pinned_at", "seq") WHERE pinned_at IS NOT NULL',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_ca3971c0505bf1366f29cd4d6e" ON "messages" ("thread_root_id", "seq") WHERE thread_root_id IS NOT NULL',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_086a2b3480b92c5a4b5014f37f" ON "messages" ("sender_id", "client_id") ',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_431a8daf274a178d6aad30a286" ON "messages" ("room_id", "version") ',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_7f3bd9ee0fceb46be80d990b4b" ON "messages" ("room_id", "seq") ',
    );
    await queryRunner.query('DROP INDEX "IDX_8e80902ea45fbbc97f5ebf0b54"');
    await queryRunner.query('DROP INDEX "IDX_8f1f58b2cf54609676b63d4e75"');
    await queryRunner.query(
      'CREATE TABLE "temporary_reports" ("id" varchar(36) PRIMARY KEY NOT NULL, "open_key" varchar(73), "reporter_id" varchar(36) NOT NULL, "person_id" varchar(36) NOT NULL, "message_id" varchar(36), "room_id" varchar(36), "message_body" text, "reason" text NOT NULL, "created_at" bigint NOT NULL, "resolved_at" bigint, "resolved_by_id" varchar(36), CONSTRAINT "FK_7dad18efed25b3ff4aa9fb4c7b1" FOREIGN KEY ("person_id") REFERENCES "users" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_9459b9bf907a3807ef7143d2ead" FOREIGN KEY ("reporter_id") REFERENCES "users" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
    );
    await queryRunner.query(
      'INSERT INTO "temporary_reports"("id", "open_key", "reporter_id", "person_id", "message_id", "room_id", "message_body", "reason", "created_at", "resolved_at", "resolved_by_id") SELECT "id", "open_key", "reporter_id", "person_id", "message_id", "room_id", "message_body", "reason", "created_at", "resolved_at", "resolved_by_id" FROM "reports"',
    );
    await queryRunner.query('DROP TABLE "reports"');
    await queryRunner.query('ALTER TABLE "temporary_reports" RENAME TO "reports"');
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_8e80902ea45fbbc97f5ebf0b54" ON "reports" ("open_key") ',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_8f1f58b2cf54609676b63d4e75" ON "reports" ("resolved_at", "id") ',
    );
    await queryRunner.query('DROP INDEX "IDX_917d3b5b2f8909532302edff46"');
    await queryRunner.query(
      'CREATE TABLE "temporary_name_keys" ("key" varchar(255) PRIMARY KEY NOT NULL, "user_id" varchar(36) NOT NULL, CONSTRAINT "FK_917d3b5b2f8909532302edff467" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
    );
    await queryRunner.query(
      'INSERT INTO "temporary_name_keys"("key", "user_id") SELECT "key", "user_id" FROM "name_keys"',
    );
    await queryRunner.query('DROP TABLE "name_keys"');
    await queryRunner.query('ALTER TABLE "temporary_name_keys" RENAME TO "name_keys"');
    await queryRunner.query('CREATE INDEX "IDX_917d3b5b2f8909532302edff46" ON "name_keys" ("user_id") ');
    await queryRunner.query(
      "CREATE TRIGGER audit_refuses_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is only ever added to'); END",
    );
    await queryRunner.query(
      "CREATE TRIGGER audit_refuses_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is only ever added to'); END",
    );
    await queryRunner.query(
      "CREATE TRIGGER audit_refuses_insert BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'audit is only ever added to'); END",
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX "IDX_917d3b5b2f8909532302edff46"');
    await queryRunner.query('ALTER TABLE "name_keys" RENAME TO "temporary_name_keys"');
    await queryRunner.query(
      'CREATE TABLE "name_keys" ("key" varchar(255) PRIMARY KEY NOT NULL, "user_id" varchar(36) NOT NULL)',
    );
    await queryRunner.query(
      'INSERT INTO "name_keys"("key", "user_id") SELECT "key", "user_id" FROM "temporary_name_keys"',
    );
    await queryRunner.query('DROP TABLE "temporary_name_keys"');
    await queryRunner.query('CREATE INDEX "IDX_917d3b5b2f8909532302edff46" ON "name_keys" ("user_id") ');
    await queryRunner.query('DROP INDEX "IDX_8f1f58b2cf54609676b63d4e75"');
    await queryRunner.query('DROP INDEX "IDX_8e80902ea45fbbc97f5ebf0b54"');
    await queryRunner.query('ALTER TABLE "reports" RENAME TO "temporary_reports"');
    await queryRunner.query(
      'CREATE TABLE "reports" ("id" varchar(36) PRIMARY KEY NOT NULL, "open_key" varchar(73), "reporter_id" varchar(36) NOT NULL, "person_id" varchar(36) NOT NULL, "message_id" varchar(36), "room_id" varchar(36), "message_body" text, "reason" text NOT NULL, "created_at" bigint NOT NULL, "resolved_at" bigint, "resolved_by_id" varchar(36))',
    );
    await queryRunner.query(
      'INSERT INTO "reports"("id", "open_key", "reporter_id", "person_id", "message_id", "room_id", "message_body", "reason", "created_at", "resolved_at", "resolved_by_id") SELECT "id", "open_key", "reporter_id", "person_id", "message_id", "room_id", "message_body", "reason", "created_at", "resolved_at", "resolved_by_id" FROM "temporary_reports"',
    );
    await queryRunner.query('DROP TABLE "temporary_reports"');
    await queryRunner.query(
      'CREATE INDEX "IDX_8f1f58b2cf54609676b63d4e75" ON "reports" ("resolved_at", "id") ',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_8e80902ea45fbbc97f5ebf0b54" ON "reports" ("open_key") ',
    );
    await queryRunner.query('DROP INDEX "IDX_7f3bd9ee0fceb46be80d990b4b"');
    await queryRunner.query('DROP INDEX "IDX_431a8daf274a178d6aad30a286"');
    await queryRunner.query('DROP INDEX "IDX_086a2b3480b92c5a4b5014f37f"');
    await queryRunner.query('DROP INDEX "IDX_ca3971c0505bf1366f29cd4d6e"');
    await queryRunner.query('DROP INDEX "IDX_22dfdd5866169f9c576f62ce56"');
    await queryRunner.query('ALTER TABLE "messages" RENAME TO "temporary_messages"');
    await queryRunner.query(
      'CREATE TABLE "messages" ("id" varchar(36) PRIMARY KEY NOT NULL, "room_id" varchar(36) NOT NULL, "seq" integer NOT NULL, "version" integer NOT NULL, "client_id" varchar(36) NOT NULL, "sender_id" varchar(36) NOT NULL, "body" text NOT NULL, "reply_to_id" varchar(36), "thread_root_id" varchar(36), "reply_count" integer NOT NULL DEFAULT (0), "mentions" text, "mentions_all" varchar(4), "attachments" text, "reactions" text, "pinned_at" bigint, "created_at" bigint NOT NULL, "edited_at" bigint, "deleted_at" bigint)',
    );
    await queryRunner.query(
      'INSERT INTO "messages"("id", "room_id", "seq", "version", "client_id", "sender_id", "body", "reply_to_id", "thread_root_id", "reply_count", "mentions", "mentions_all", "attachments", "reactions", "pinned_at", "created_at", "edited_at", "deleted_at") SELECT "id", "room_id", "seq", "version", "client_id", "sender_id", "body", "reply_to_id", "thread_root_id", "reply_count", "mentions", "mentions_all", "attachments", "reactions", "pinned_at", "created_at", "edited_at", "deleted_at" FROM "temporary_messages"',
    );
    await queryRunner.query('DROP TABLE "temporary_messages"');
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_7f3bd9ee0fceb46be80d990b4b" ON "messages" ("room_id", "seq") ',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_431a8daf274a178d6aad30a286" ON "messages" ("room_id", "version") ',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_086a2b3480b92c5a4b5014f37f" ON "messages" ("sender_id", "client_id") ',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_ca3971c0505bf1366f29cd4d6e" ON "messages" ("thread_root_id", "seq") WHERE thread_root_id IS NOT NULL',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_22dfdd5866169f9c576f62ce56" ON "messages" ("room_id", "pinned_at", "seq") WHERE pinned_at IS NOT NULL',
    );
    await queryRunner.query('DROP INDEX "IDX_e97b0a402aec0e079cdce33680"');
    await queryRunner.query('ALTER TABLE "mentions" RENAME TO "temporary_mentions"');
    await queryRunner.query(
      'CREATE TABLE "mentions" ("message_id" varchar(36) NOT NULL, "user_id" varchar(36) NOT NULL, "room_id" varchar(36) NOT NULL, "seq" integer NOT NULL, "sender_id" varchar(36) NOT NULL, PRIMARY KEY ("message_id", "user_id"))',
    );
    await queryRunner.query(
      'INSERT INTO "mentions"("message_id", "user_id", "room_id", "seq", "sender_id") SELECT "message_id", "user_id", "room_id", "seq", "sender_id" FROM "temporary_mentions"',
    );
    await queryRunner.query('DROP TABLE "temporary_mentions"');
    await queryRunner.query(
      'CREATE INDEX "IDX_e97b0a402aec0e079cdce33680" ON "mentions" ("room_id", "user_id", "seq") ',
    );
    await queryRunner.query('DROP INDEX "IDX_da404b5fd9c390e25338996e2d"');
    await queryRunner.query('ALTER TABLE "members" RENAME TO "temporary_members"');
    await queryRunner.query(
      'CREATE TABLE "members" ("room_id" varchar(36) NOT NULL, "user_id" varchar(36) NOT NULL, "role" varchar(10) NOT NULL, "read_seq" integer NOT NULL, "read_epoch" integer NOT NULL, "seen_seq" integer NOT NULL, "delivered_seq" integer NOT NULL, "notify" varchar(10) NOT NULL, "starred" boolean NOT NULL, "joined_at" bigint NOT NULL, PRIMARY KEY ("room_id", "user_id"))',
    );
    await queryRunner.query(
      'INSERT INTO "members"("room_id", "user_id", "role", "read_seq", "read_epoch", "seen_seq", "delivered_seq", "notify", "starred", "joined_at") SELECT "room_id", "user_id", "role", "read_seq", "read_epoch", "seen_seq", "delivered_seq", "notify", "starred", "joined_at" FROM "temporary_members"',
    );
    await queryRunner.query('DROP TABLE "temporary_members"');
    await queryRunner.query('CREATE INDEX "IDX_da404b5fd9c390e25338996e2d" ON "members" ("user_id") ');
    await queryRunner.query('DROP INDEX "IDX_5894337b0472637e4e57f65d93"');
    await queryRunner.query('ALTER TABLE "thread_followers" RENAME TO "temporary_thread_followers"');
    await queryRunner.query(
      'CREATE TABLE "thread_followers" ("root_id" varchar(36) NOT NULL, "user_id" varchar(36) NOT NULL, "room_id" varchar(36) NOT NULL, "is_followed" boolean NOT NULL, "read_seq" integer NOT NULL, PRIMARY KEY ("root_id", "user_id"))',
    );
    await queryRunner.query(
      'INSERT INTO "thread_followers"("root_id", "user_id", "room_id", "is_followed", "read_seq") SELECT "root_id", "user_id", "room_id", "is_followed", "read_seq" FROM "temporary_thread_followers"',
    );
    await queryRunner.query('DROP TABLE "temporary_thread_followers"');
    await queryRunner.query(
      'CREATE INDEX "IDX_5894337b0472637e4e57f65d93" ON "thread_followers" ("user_id", "room_id") ',
    );
    await queryRunner.query('DROP INDEX "IDX_c68a6c53e95a7dc357f4ebce8f"');
    await queryRunner.query('ALTER TABLE "credentials" RENAME TO "temporary_credentials"');
    await queryRunner.query(
      'CREATE TABLE "credentials" ("id" varchar(36) PRIMARY KEY NOT NULL, "user_id" varchar(36) NOT NULL, "kind" varchar(20) NOT NULL, "hash" varchar(255) NOT NULL, "created_at" bigint NOT NULL)',
    );
    await queryRunner.query(
      'INSERT INTO "credentials"("id", "user_id", "kind", "hash", "created_at") SELECT "id", "user_id", "kind", "hash", "created_at" FROM "temporary_credentials"',
    );
    await queryRunner.query('DROP TABLE "temporary_credentials"');
    await queryRunner.query('CREATE INDEX "IDX_c68a6c53e95a7dc357f4ebce8f" ON "credentials" ("user_id") ');
    await queryRunner.query('DROP INDEX "IDX_ceefae66da3cf29f8565238940"');
    await queryRunner.query('DROP INDEX "IDX_86337b5c9ed96b6fb381a40ae6"');
    await queryRunner.query('ALTER TABLE "connections" RENAME TO "temporary_connections"');
    await queryRunner.query(
      'CREATE TABLE "connections" ("id" varchar(40) PRIMARY KEY NOT NULL, "user_id" varchar(36) NOT NULL, "session_id" varchar(36) NOT NULL, "node_id" varchar(36) NOT NULL, "connected_at" bigint NOT NULL, "seen_at" bigint NOT NULL)',
    );
    await queryRunner.query(
      'INSERT INTO "connections"("id", "user_id", "session_id", "node_id", "connected_at", "seen_at") SELECT "id", "user_id", "session_id", "node_id", "connected_at", "seen_at" FROM "temporary_connections"',
    );
    await queryRunner.query('DROP TABLE "temporary_connections"');
    await queryRunner.query('CREATE INDEX "IDX_ceefae66da3cf29f8565238940" ON "connections" ("node_id") ');
    await queryRunner.query('CREATE INDEX "IDX_86337b5c9ed96b6fb381a40ae6" ON "connections" ("user_id") ');
    await queryRunner.query('DROP INDEX "IDX_8aa6c887bed61ad10829450f2f"');
    await queryRunner.query('ALTER TABLE "blocks" RENAME TO "temporary_blocks"');
    await queryRunner.query(
      'CREATE TABLE "blocks" ("user_id" varchar(36) NOT NULL, "blocked_id" varchar(36) NOT NULL, "created_at" bigint NOT NULL, PRIMARY KEY ("user_id", "blocked_id"))',
    );
    await queryRunner.query(
      'INSERT INTO "blocks"("user_id", "blocked_id", "created_at") SELECT "user_id", "blocked_id", "created_at" FROM "temporary_blocks"',
    );
    await queryRunner.query('DROP TABLE "temporary_blocks"');
    await queryRunner.query('CREATE INDEX "IDX_8aa6c887bed61ad10829450f2f" ON "blocks" ("blocked_id") ');
    await queryRunner.query('DROP INDEX "IDX_085d540d9f418cfbdc7bd55bb1"');
    await queryRunner.query('ALTER TABLE "sessions" RENAME TO "temporary_sessions"');
    await queryRunner.query(
      'CREATE TABLE "sessions" ("id" varchar(36) PRIMARY KEY NOT NULL, "user_id" varchar(36) NOT NULL, "opened_by" varchar(10) NOT NULL, "browser_hash" varchar(64), "user_agent" varchar(255), "created_at" bigint NOT NULL, "last_used_at" bigint NOT NULL, "expires_at" bigint NOT NULL, "revoked_at" bigint)',
    );
    await queryRunner.query(
      'INSERT INTO "sessions"("id", "user_id", "opened_by", "browser_hash", "user_agent", "created_at", "last_used_at", "expires_at", "revoked_at") SELECT "id", "user_id", "opened_by", "browser_hash", "user_agent", "created_at", "last_used_at", "expires_at", "revoked_at" FROM "temporary_sessions"',
    );
    await queryRunner.query('DROP TABLE "temporary_sessions"');
    await queryRunner.query('CREATE INDEX "IDX_085d540d9f418cfbdc7bd55bb1" ON "sessions" ("user_id") ');
    await queryRunner.query('DROP INDEX "IDX_73407cf2d2a0e64546bacf309a"');
    await queryRunner.query('DROP INDEX "IDX_38060dc9e1b5a420a81ad2a574"');
    await queryRunner.query('DROP INDEX "IDX_a070991cd7c2ba83da2bde3564"');
    await queryRunner.query('DROP INDEX "IDX_a1e6014aadcf68cad00d195981"');
    await queryRunner.query('DROP INDEX "IDX_ca67f994d0c4ed6b336f938548"');
    await queryRunner.query('ALTER TABLE "attachments" RENAME TO "temporary_attachments"');
    await queryRunner.query(
      'CREATE TABLE "attachments" ("id" varchar(36) PRIMARY KEY NOT NULL, "uploader_id" varchar(36) NOT NULL, "room_id" varchar(36), "message_id" varchar(36), "purpose" varchar(10) NOT NULL DEFAULT (\'message\'), "name" varchar(200) NOT NULL, "mime_type" varchar(100) NOT NULL, "size" bigint NOT NULL, "width" integer, "height" integer, "placeholder" varchar(500), "alt" varchar(500), "storage_key" varchar(100) NOT NULL, "thumbnails" varchar(10) NOT NULL, "created_at" bigint NOT NULL, "posted_at" bigint, "removed_at" bigint)',
    );
    await queryRunner.query(
      'INSERT INTO "attachments"("id", "uploader_id", "room_id", "message_id", "purpose", "name", "mime_type", "size", "width", "height", "placeholder", "alt", "storage_key", "thumbnails", "created_at", "posted_at", "removed_at") SELECT "id", "uploader_id", "room_id", "message_id", "purpose", "name", "mime_type", "size", "width", "height", "placeholder", "alt", "storage_key", "thumbnails", "created_at", "posted_at", "removed_at" FROM "temporary_attachments"',
    );
    await queryRunner.query('DROP TABLE "temporary_attachments"');
    await queryRunner.query(
      'CREATE INDEX "IDX_73407cf2d2a0e64546bacf309a" ON "attachments" ("uploader_id") ',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_38060dc9e1b5a420a81ad2a574" ON "attachments" ("message_id") WHERE message_id IS NOT NULL',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_a070991cd7c2ba83da2bde3564" ON "attachments" ("created_at") WHERE posted_at IS NULL',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_a1e6014aadcf68cad00d195981" ON "attachments" ("removed_at") WHERE removed_at IS NOT NULL',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_ca67f994d0c4ed6b336f938548" ON "attachments" ("thumbnails") WHERE thumbnails = \'pending\'',
    );
    await queryRunner.query('DROP INDEX "IDX_11fc776e0ca3573dc195670f63"');
    await queryRunner.query('DROP INDEX "IDX_43f388ec81c5e6e796845dad90"');
    await queryRunner.query('DROP TABLE "users"');
    await queryRunner.query('DROP INDEX "IDX_917d3b5b2f8909532302edff46"');
    await queryRunner.query('DROP TABLE "name_keys"');
    await queryRunner.query('DROP INDEX "IDX_13b812db3a71269720d3d1ea53"');
    await queryRunner.query('DROP INDEX "IDX_73ad081fadc5ced843b86dc85c"');
    await queryRunner.query('DROP TABLE "rooms"');
    await queryRunner.query('DROP INDEX "IDX_8f1f58b2cf54609676b63d4e75"');
    await queryRunner.query('DROP INDEX "IDX_8e80902ea45fbbc97f5ebf0b54"');
    await queryRunner.query('DROP TABLE "reports"');
    await queryRunner.query('DROP INDEX "IDX_7f3bd9ee0fceb46be80d990b4b"');
    await queryRunner.query('DROP INDEX "IDX_431a8daf274a178d6aad30a286"');
    await queryRunner.query('DROP INDEX "IDX_086a2b3480b92c5a4b5014f37f"');
    await queryRunner.query('DROP INDEX "IDX_ca3971c0505bf1366f29cd4d6e"');
    await queryRunner.query('DROP INDEX "IDX_22dfdd5866169f9c576f62ce56"');
    await queryRunner.query('DROP TABLE "messages"');
    await queryRunner.query('DROP INDEX "IDX_e97b0a402aec0e079cdce33680"');
    await queryRunner.query('DROP TABLE "mentions"');
    await queryRunner.query('DROP INDEX "IDX_da404b5fd9c390e25338996e2d"');
    await queryRunner.query('DROP TABLE "members"');
    await queryRunner.query('DROP INDEX "IDX_5894337b0472637e4e57f65d93"');
    await queryRunner.query('DROP TABLE "thread_followers"');
    await queryRunner.query('DROP INDEX "IDX_c68a6c53e95a7dc357f4ebce8f"');
    await queryRunner.query('DROP TABLE "credentials"');
    await queryRunner.query('DROP INDEX "IDX_ceefae66da3cf29f8565238940"');
    await queryRunner.query('DROP INDEX "IDX_86337b5c9ed96b6fb381a40ae6"');
    await queryRunner.query('DROP TABLE "connections"');
    await queryRunner.query('DROP INDEX "IDX_8aa6c887bed61ad10829450f2f"');
    await queryRunner.query('DROP TABLE "blocks"');
    await queryRunner.query('DROP INDEX "IDX_085d540d9f418cfbdc7bd55bb1"');
    await queryRunner.query('DROP TABLE "sessions"');
    await queryRunner.query('DROP INDEX "IDX_ec63fe9ed5a915247275c3da8f"');
    await queryRunner.query('DROP INDEX "IDX_2fe764c592ff324d3cf74f5599"');
    await queryRunner.query('DROP INDEX "IDX_d326a2c83904d70e653075c8e1"');
    await queryRunner.query('DROP TABLE "audit"');
    await queryRunner.query('DROP INDEX "IDX_73407cf2d2a0e64546bacf309a"');
    await queryRunner.query('DROP INDEX "IDX_38060dc9e1b5a420a81ad2a574"');
    await queryRunner.query('DROP INDEX "IDX_a070991cd7c2ba83da2bde3564"');
    await queryRunner.query('DROP INDEX "IDX_a1e6014aadcf68cad00d195981"');
    await queryRunner.query('DROP INDEX "IDX_ca67f994d0c4ed6b336f938548"');
    await queryRunner.query('DROP TABLE "attachments"');
  }
}
