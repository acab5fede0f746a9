import type { MigrationInterface, QueryRunner } from '../../infra/migrations/migration.js';

export class Initial1795909552497 implements MigrationInterface {
  name = 'Initial1795909552497';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE TABLE "attachments" ("id" character varying(36) NOT NULL, "uploader_id" character varying(36) NOT NULL, "room_id" character varying(36), "message_id" character varying(36), "purpose" character varying(10) NOT NULL DEFAULT \'message\', "name" character varying(200) NOT NULL, "mime_type" character varying(100) NOT NULL, "size" bigint NOT NULL, "width" integer, "height" integer, "placeholder" character varying(500), "alt" character varying(500), "storage_key" character varying(100) NOT NULL, "thumbnails" character varying(10) NOT NULL, "created_at" bigint NOT NULL, "posted_at" bigint, "removed_at" bigint, CONSTRAINT "PK_5e1f050bcff31e3084a1d662412" PRIMARY KEY ("id"))',
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
      'CREATE TABLE "audit" ("id" character varying(36) NOT NULL, "at" bigint NOT NULL, "action" character varying(30) NOT NULL, "actor_id" character varying(36), "user_id" character varying(36), "room_id" character varying(36), "message_id" character varying(36), "address" character varying(64), "details" text, CONSTRAINT "PK_1d3d120ddaf7bc9b1ed68ed463a" PRIMARY KEY ("id"))',
    );
    await queryRunner.query('CREATE INDEX "IDX_d326a2c83904d70e653075c8e1" ON "audit" ("action", "id") ');
    await queryRunner.query('CREATE INDEX "IDX_2fe764c592ff324d3cf74f5599" ON "audit" ("user_id", "id") ');
    await queryRunner.query('CREATE INDEX "IDX_ec63fe9ed5a915247275c3da8f" ON "audit" ("actor_id", "id") ');
    await queryRunner.query(
      'CREATE TABLE "sessions" ("id" character varying(36) NOT NULL, "user_id" character varying(36) NOT NULL, "opened_by" character varying(10) NOT NULL, "browser_hash" character varying(64), "user_agent" character varying(255), "created_at" bigint NOT NULL, "last_used_at" bigint NOT NULL, "expires_at" bigint NOT NULL, "revoked_at" bigint, CONSTRAINT "PK_3238ef96f18b355b671619111bc" PRIMARY KEY ("id"))',
    );
    await queryRunner.query('CREATE INDEX "IDX_085d540d9f418cfbdc7bd55bb1" ON "sessions" ("user_id") ');
    await queryRunner.query(
      'CREATE TABLE "blocks" ("user_id" character varying(36) NOT NULL, "blocked_id" character varying(36) NOT NULL, "created_at" bigint NOT NULL, CONSTRAINT "PK_b3f3f738d6cb55a8c7fe10b3b0e" PRIMARY KEY ("user_id", "blocked_id"))',
    );
    await queryRunner.query('CREATE INDEX "IDX_8aa6c887bed61ad10829450f2f" ON "blocks" ("blocked_id") ');
    await queryRunner.query(
      'CREATE TABLE "connections" ("id" character varying(40) NOT NULL, "user_id" character varying(36) NOT NULL, "session_id" character varying(36) NOT NULL, "node_id" character varying(36) NOT NULL, "connected_at" bigint NOT NULL, "seen_at" bigint NOT NULL, CONSTRAINT "PK_0a1f844af3122354cbd487a8d03" PRIMARY KEY ("id"))',
    );
    await queryRunner.query('CREATE INDEX "IDX_86337b5c9ed96b6fb381a40ae6" ON "connections" ("user_id") ');
    await queryRunner.query('CREATE INDEX "IDX_ceefae66da3cf29f8565238940" ON "connections" ("node_id") ');
    await queryRunner.query(
      'CREATE TABLE "credentials" ("id" character varying(36) NOT NULL, "user_id" character varying(36) NOT NULL, "kind" character varying(20) NOT NULL, "hash" character varying(255) NOT NULL, "created_at" bigint NOT NULL, CONSTRAINT "PK_1e38bc43be6697cdda548ad27a6" PRIMARY KEY ("id"))',
    );
    await queryRunner.query('CREATE INDEX "IDX_c68a6c53e95a7dc357f4ebce8f" ON "credentials" ("user_id") ');
    await queryRunner.query(
      'CREATE TABLE "thread_followers" ("root_id" character varying(36) NOT NULL, "user_id" character varying(36) NOT NULL, "room_id" character varying(36) NOT NULL, "is_followed" boolean NOT NULL, "read_seq" integer NOT NULL, CONSTRAINT "PK_225f3d83b3be7cd95eaffa977e3" PRIMARY KEY ("root_id", "user_id"))',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_5894337b0472637e4e57f65d93" ON "thread_followers" ("user_id", "room_id") ',
    );
    await queryRunner.query(
      'CREATE TABLE "members" ("room_id" character varying(36) NOT NULL, "user_id" character varying(36) NOT NULL, "role" character varying(10) NOT NULL, "read_seq" integer NOT NULL, "read_epoch" integer NOT NULL, "seen_seq" integer NOT NULL, "delivered_seq" integer NOT NULL, "notify" character varying(10) NOT NULL, "starred" boolean NOT NULL, "joined_at" bigint NOT NULL, CONSTRAINT "PK_a2722fe1a85e57d8c771e6e68b2" PRIMARY KEY ("room_id", "user_id"))',
    );
    await queryRunner.query('CREATE INDEX "IDX_da404b5fd9c390e25338996e2d" ON "members" ("user_id") ');
    await queryRunner.query(
      'CREATE TABLE "mentions" ("message_id" character varying(36) NOT NULL, "user_id" character varying(36) NOT NULL, "room_id" character varying(36) NOT NULL, "seq" integer NOT NULL, "sender_id" character varying(36) NOT NULL, CONSTRAINT "PK_3bb113dd0db82a030d09c1d2c63" PRIMARY KEY ("message_id", "user_id"))',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_e97b0a402aec0e079cdce33680" ON "mentions" ("room_id", "user_id", "seq") ',
    );
    await queryRunner.query(
      'CREATE TABLE "messages" ("id" character varying(36) NOT NULL, "room_id" character varying(36) NOT NULL, "seq" integer NOT NULL, "version" integer NOT NULL, "client_id" character varying(36) NOT NULL, "sender_id" character varying(36) NOT NULL, "body" text NOT NULL, "reply_to_id" character varying(36), "thread_root_id" character varying(36), "reply_count" integer NOT NULL DEFAULT \'0\', "mentions" text, "mentions_all" character varying(4), "attachments" text, "reactions" text, "pinned_at" bigint, "created_at" bigint NOT NULL, "edited_at" bigint, "deleted_at" bigint, CONSTRAINT "PK_18325f38ae6de43878487eff986" PRIMARY KEY ("id"))',
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
      'CREATE TABLE "reports" ("id" character varying(36) NOT NULL, "open_key" character varying(73), "reporter_id" character varying(36) NOT NULL, "person_id" character varying(36) NOT NULL, "message_id" character varying(36), "room_id" character varying(36), "message_body" text, "reason" text NOT NULL, "created_at" bigint NOT NULL, "resolved_at" bigint, "resolved_by_id" character varying(36), CONSTRAINT "PK_d9013193989303580053c0b5ef6" PRIMARY KEY ("id"))',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_8e80902ea45fbbc97f5ebf0b54" ON "reports" ("open_key") ',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_8f1f58b2cf54609676b63d4e75" ON "reports" ("resolved_at", "id") ',
    );
    await queryRunner.query(
      'CREATE TABLE "rooms" ("id" character varying(36) NOT NULL, "kind" character varying(10) NOT NULL, "unique_key" character varying(80), "name" character varying(80), "topic" character varying(250), "avatar_id" character varying(36), "version" integer NOT NULL, "last_seq" integer NOT NULL, "member_count" integer NOT NULL, "last_activity_at" bigint NOT NULL, "created_at" bigint NOT NULL, "archived_at" bigint, CONSTRAINT "PK_0368a2d7c215f2d0458a54933f2" PRIMARY KEY ("id"))',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_73ad081fadc5ced843b86dc85c" ON "rooms" ("unique_key") ',
    );
    await queryRunner.query(
      'CREATE INDEX "IDX_13b812db3a71269720d3d1ea53" ON "rooms" ("kind", "name", "id") ',
    );
    await queryRunner.query(
      'CREATE TABLE "name_keys" ("key" character varying(255) NOT NULL, "user_id" character varying(36) NOT NULL, CONSTRAINT "PK_e357fccd622a36a703a1f45d304" PRIMARY KEY ("key"))',
    );
    await queryRunner.query('CREATE INDEX "IDX_917d3b5b2f8909532302edff46" ON "name_keys" ("user_id") ');
    await queryRunner.query(
      'CREATE TABLE "users" ("id" character varying(36) NOT NULL, "username" character varying(64) NOT NULL, "username_key" character varying(128) NOT NULL, "display_name" character varying(64) NOT NULL, "search_key" character varying(255) NOT NULL, "avatar_url" character varying(500), "role" character varying(10) NOT NULL, "chosen_status" character varying(10) NOT NULL, "external_id" character varying(255), "deactivated_at" bigint, "last_seen_at" bigint, "created_at" bigint NOT NULL, CONSTRAINT "PK_a3ffb1c0c8416b9fc6f907b7433" PRIMARY KEY ("id"))',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_43f388ec81c5e6e796845dad90" ON "users" ("username_key") ',
    );
    await queryRunner.query(
      'CREATE UNIQUE INDEX "IDX_11fc776e0ca3573dc195670f63" ON "users" ("external_id") ',
    );
    await queryRunner.query(
      'ALTER TABLE "attachments" ADD CONSTRAINT "FK_2d2d10fd0538613de6bbefb2614" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "attachments" ADD CONSTRAINT "FK_73407cf2d2a0e64546bacf309a7" FOREIGN KEY ("uploader_id") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "sessions" ADD CONSTRAINT "FK_085d540d9f418cfbdc7bd55bb19" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "blocks" ADD CONSTRAINT "FK_8aa6c887bed61ad10829450f2f0" FOREIGN KEY ("blocked_id") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "blocks" ADD CONSTRAINT "FK_91d7d715d368c9d4ff34cc7160e" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "connections" ADD CONSTRAINT "FK_86337b5c9ed96b6fb381a40ae61" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "credentials" ADD CONSTRAINT "FK_c68a6c53e95a7dc357f4ebce8f0" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "thread_followers" ADD CONSTRAINT "FK_9751eebad94b5d33b6296abef79" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "thread_followers" ADD CONSTRAINT "FK_7de045c084c7ea36562996ccf90" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "thread_followers" ADD CONSTRAINT "FK_6543818a9ad13a9fe528f480a69" FOREIGN KEY ("root_id") REFERENCES "messages"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "members" ADD CONSTRAINT "FK_da404b5fd9c390e25338996e2d1" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "members" ADD CONSTRAINT "FK_019a587dba7f46c0b32be50d5f8" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "mentions" ADD CONSTRAINT "FK_ec9bc29c0f5ce95d3aa09245b70" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "messages" ADD CONSTRAINT "FK_22133395bd13b970ccd0c34ab22" FOREIGN KEY ("sender_id") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "messages" ADD CONSTRAINT "FK_1dda4fc8dbeeff2ee71f0088ba0" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "reports" ADD CONSTRAINT "FK_7dad18efed25b3ff4aa9fb4c7b1" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "reports" ADD CONSTRAINT "FK_9459b9bf907a3807ef7143d2ead" FOREIGN KEY ("reporter_id") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      'ALTER TABLE "name_keys" ADD CONSTRAINT "FK_917d3b5b2f8909532302edff467" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await queryRunner.query(
      "CREATE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''audit is only ever added to''; END'",
    );
    await queryRunner.query(
      'CREATE TRIGGER audit_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses()',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "name_keys" DROP CONSTRAINT "FK_917d3b5b2f8909532302edff467"');
    await queryRunner.query('ALTER TABLE "reports" DROP CONSTRAINT "FK_9459b9bf907a3807ef7143d2ead"');
    await queryRunner.query('ALTER TABLE "reports" DROP CONSTRAINT "FK_7dad18efed25b3ff4aa9fb4c7b1"');
    await queryRunner.query('ALTER TABLE "messages" DROP CONSTRAINT "FK_1dda4fc8dbeeff2ee71f0088ba0"');
    await queryRunner.query('ALTER TABLE "messages" DROP CONSTRAINT "FK_22133395bd13b970ccd0c34ab22"');
    await queryRunner.query('ALTER TABLE "mentions" DROP CONSTRAINT "FK_ec9bc29c0f5ce95d3aa09245b70"');
    await queryRunner.query('ALTER TABLE "members" DROP CONSTRAINT "FK_019a587dba7f46c0b32be50d5f8"');
    await queryRunner.query('ALTER TABLE "members" DROP CONSTRAINT "FK_da404b5fd9c390e25338996e2d1"');
    await queryRunner.query(
      'ALTER TABLE "thread_followers" DROP CONSTRAINT "FK_6543818a9ad13a9fe528f480a69"',
    );
    await queryRunner.query(
      'ALTER TABLE "thread_followers" DROP CONSTRAINT "FK_7de045c084c7ea36562996ccf90"',
    );
    await queryRunner.query(
      'ALTER TABLE "thread_followers" DROP CONSTRAINT "FK_9751eebad94b5d33b6296abef79"',
    );
    await queryRunner.query('ALTER TABLE "credentials" DROP CONSTRAINT "FK_c68a6c53e95a7dc357f4ebce8f0"');
    await queryRunner.query('ALTER TABLE "connections" DROP CONSTRAINT "FK_86337b5c9ed96b6fb381a40ae61"');
    await queryRunner.query('ALTER TABLE "blocks" DROP CONSTRAINT "FK_91d7d715d368c9d4ff34cc7160e"');
    await queryRunner.query('ALTER TABLE "blocks" DROP CONSTRAINT "FK_8aa6c887bed61ad10829450f2f0"');
    await queryRunner.query('ALTER TABLE "sessions" DROP CONSTRAINT "FK_085d540d9f418cfbdc7bd55bb19"');
    await queryRunner.query('ALTER TABLE "attachments" DROP CONSTRAINT "FK_73407cf2d2a0e64546bacf309a7"');
    await queryRunner.query('ALTER TABLE "attachments" DROP CONSTRAINT "FK_2d2d10fd0538613de6bbefb2614"');
    await queryRunner.query('DROP INDEX "public"."IDX_11fc776e0ca3573dc195670f63"');
    await queryRunner.query('DROP INDEX "public"."IDX_43f388ec81c5e6e796845dad90"');
    await queryRunner.query('DROP TABLE "users"');
    await queryRunner.query('DROP INDEX "public"."IDX_917d3b5b2f8909532302edff46"');
    await queryRunner.query('DROP TABLE "name_keys"');
    await queryRunner.query('DROP INDEX "public"."IDX_13b812db3a71269720d3d1ea53"');
    await queryRunner.query('DROP INDEX "public"."IDX_73ad081fadc5ced843b86dc85c"');
    await queryRunner.query('DROP TABLE "rooms"');
    await queryRunner.query('DROP INDEX "public"."IDX_8f1f58b2cf54609676b63d4e75"');
    await queryRunner.query('DROP INDEX "public"."IDX_8e80902ea45fbbc97f5ebf0b54"');
    await queryRunner.query('DROP TABLE "reports"');
    await queryRunner.query('DROP INDEX "public"."IDX_7f3bd9ee0fceb46be80d990b4b"');
    await queryRunner.query('DROP INDEX "public"."IDX_431a8daf274a178d6aad30a286"');
    await queryRunner.query('DROP INDEX "public"."IDX_086a2b3480b92c5a4b5014f37f"');
    await queryRunner.query('DROP INDEX "public"."IDX_ca3971c0505bf1366f29cd4d6e"');
    await queryRunner.query('DROP INDEX "public"."IDX_22dfdd5866169f9c576f62ce56"');
    await queryRunner.query('DROP TABLE "messages"');
    await queryRunner.query('DROP INDEX "public"."IDX_e97b0a402aec0e079cdce33680"');
    await queryRunner.query('DROP TABLE "mentions"');
    await queryRunner.query('DROP INDEX "public"."IDX_da404b5fd9c390e25338996e2d"');
    await queryRunner.query('DROP TABLE "members"');
    await queryRunner.query('DROP INDEX "public"."IDX_5894337b0472637e4e57f65d93"');
    await queryRunner.query('DROP TABLE "thread_followers"');
    await queryRunner.query('DROP INDEX "public"."IDX_c68a6c53e95a7dc357f4ebce8f"');
    await queryRunner.query('DROP TABLE "credentials"');
    await queryRunner.query('DROP INDEX "public"."IDX_ceefae66da3cf29f8565238940"');
    await queryRunner.query('DROP INDEX "public"."IDX_86337b5c9ed96b6fb381a40ae6"');
    await queryRunner.query('DROP TABLE "connections"');
    await queryRunner.query('DROP INDEX "public"."IDX_8aa6c887bed61ad10829450f2f"');
    await queryRunner.query('DROP TABLE "blocks"');
    await queryRunner.query('DROP INDEX "public"."IDX_085d540d9f418cfbdc7bd55bb1"');
    await queryRunner.query('DROP TABLE "sessions"');
    await queryRunner.query('DROP INDEX "public"."IDX_ec63fe9ed5a915247275c3da8f"');
    await queryRunner.query('DROP INDEX "public"."IDX_2fe764c592ff324d3cf74f5599"');
    await queryRunner.query('DROP INDEX "public"."IDX_d326a2c83904d70e653075c8e1"');
    await queryRunner.query('DROP TABLE "audit"');
    await queryRunner.query('DROP INDEX "public"."IDX_73407cf2d2a0e64546bacf309a"');
    await queryRunner.query('DROP INDEX "public"."IDX_38060dc9e1b5a420a81ad2a574"');
    await queryRunner.query('DROP INDEX "public"."IDX_a070991cd7c2ba83da2bde3564"');
    await queryRunner.query('DROP INDEX "public"."IDX_a1e6014aadcf68cad00d195981"');
    await queryRunner.query('DROP INDEX "public"."IDX_ca67f994d0c4ed6b336f938548"');
    await queryRunner.query('DROP TABLE "attachments"');
    await queryRunner.query('DROP FUNCTION audit_refuses()');
  }
}
