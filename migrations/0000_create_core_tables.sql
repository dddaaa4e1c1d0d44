CREATE TABLE `audit_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`user_id` integer,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` integer NOT NULL,
	`before` text,
	`after` text,
	`import_batch_id` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "audit_event_before" CHECK("audit_event"."before" IS NULL OR json_valid("audit_event"."before")),
	CONSTRAINT "audit_event_after" CHECK("audit_event"."after" IS NULL OR json_valid("audit_event"."after"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_event_entity` ON `audit_event` (`entity`,`entity_id`);--> statement-breakpoint
CREATE INDEX `audit_event_user` ON `audit_event` (`user_id`);--> statement-breakpoint
CREATE INDEX `audit_event_import_batch` ON `audit_event` (`import_batch_id`);--> statement-breakpoint
CREATE TABLE `form_draft` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`form_path` text NOT NULL,
	`entries` text NOT NULL,
	`saved_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "form_draft_entries" CHECK(json_valid("form_draft"."entries"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `form_draft_user_form` ON `form_draft` (`user_id`,`form_path`);--> statement-breakpoint
CREATE TABLE `login_throttle` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`blocked_until` text,
	`updated_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `municipality` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`land` text NOT NULL,
	`population` integer,
	`budget_system` text NOT NULL,
	`product_pattern` text NOT NULL,
	`account_pattern` text NOT NULL,
	`first_fiscal_year` integer NOT NULL,
	`fiscal_horizon` integer NOT NULL,
	`brand_colour` text NOT NULL,
	`is_demonstration` integer DEFAULT false NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "municipality_single" CHECK("municipality"."id" = 1),
	CONSTRAINT "municipality_name" CHECK(trim("municipality"."name") <> ''),
	CONSTRAINT "municipality_budget_system" CHECK("municipality"."budget_system" IN ('nkf', 'doppik', 'kameral')),
	CONSTRAINT "municipality_first_fiscal_year" CHECK("municipality"."first_fiscal_year" BETWEEN 2000 AND 2200),
	CONSTRAINT "municipality_fiscal_horizon" CHECK("municipality"."fiscal_horizon" BETWEEN 1 AND 12),
	CONSTRAINT "municipality_brand_colour" CHECK("municipality"."brand_colour" GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `org_unit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`parent_id` integer,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`archived_at` text,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `org_unit`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "org_unit_kind" CHECK("org_unit"."kind" IN ('directorate', 'department', 'staffUnit', 'municipalCompany')),
	CONSTRAINT "org_unit_name" CHECK(trim("org_unit"."name") <> ''),
	CONSTRAINT "org_unit_not_own_parent" CHECK("org_unit"."parent_id" IS NULL OR "org_unit"."parent_id" <> "org_unit"."id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `org_unit_parent` ON `org_unit` (`parent_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `org_unit_short_name` ON `org_unit` (`short_name`);--> statement-breakpoint
CREATE TABLE `session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `setup_token` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `user` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`org_unit_id` integer,
	`rater_group_id` integer,
	`parliamentary_group` text,
	`password_hash` text NOT NULL,
	`must_change_password` integer DEFAULT false NOT NULL,
	`is_demonstration` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL,
	`deactivated_at` text,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`org_unit_id`) REFERENCES `org_unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rater_group_id`) REFERENCES `rater_group`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "user_role" CHECK("user"."role" IN ('digitalOfficer', 'contributor', 'reviewer', 'viewer', 'admin')),
	CONSTRAINT "user_name" CHECK(trim("user"."name") <> '')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email` ON `user` (lower("email"));--> statement-breakpoint
CREATE INDEX `user_org_unit` ON `user` (`org_unit_id`);--> statement-breakpoint
CREATE INDEX `user_rater_group` ON `user` (`rater_group_id`);--> statement-breakpoint
CREATE TABLE `comment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`snapshot_id` integer NOT NULL,
	`measure_id` integer,
	`parent_id` integer,
	`author_id` integer NOT NULL,
	`text` text NOT NULL,
	`written_at` text NOT NULL,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshot`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `comment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "comment_text" CHECK(trim("comment"."text") <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX `comment_snapshot` ON `comment` (`snapshot_id`,`measure_id`);--> statement-breakpoint
CREATE INDEX `comment_parent` ON `comment` (`parent_id`);--> statement-breakpoint
CREATE INDEX `comment_author` ON `comment` (`author_id`);--> statement-breakpoint
CREATE TABLE `snapshot` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`frozen_at` text NOT NULL,
	`frozen_by` integer NOT NULL,
	`previous_snapshot_id` integer,
	`content` text NOT NULL,
	`sha256` text NOT NULL,
	FOREIGN KEY (`frozen_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`previous_snapshot_id`) REFERENCES `snapshot`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "snapshot_title" CHECK(trim("snapshot"."title") <> ''),
	CONSTRAINT "snapshot_content" CHECK(json_valid("snapshot"."content")),
	CONSTRAINT "snapshot_sha256" CHECK(length("snapshot"."sha256") = 64)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `snapshot_number_unique` ON `snapshot` (`number`);--> statement-breakpoint
CREATE INDEX `snapshot_frozen_by` ON `snapshot` (`frozen_by`);--> statement-breakpoint
CREATE INDEX `snapshot_previous` ON `snapshot` (`previous_snapshot_id`);--> statement-breakpoint
CREATE TABLE `submission` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`snapshot_id` integer NOT NULL,
	`committee` text NOT NULL,
	`meeting_date` text,
	`submitted_at` text NOT NULL,
	`submitted_by` integer NOT NULL,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshot`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submission_committee" CHECK(trim("submission"."committee") <> '')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `submission_snapshot_id_unique` ON `submission` (`snapshot_id`);--> statement-breakpoint
CREATE INDEX `submission_submitted_by` ON `submission` (`submitted_by`);--> statement-breakpoint
CREATE TABLE `import_batch` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`file_name` text NOT NULL,
	`reading` text NOT NULL,
	`headings` text NOT NULL,
	`columns` text NOT NULL,
	`state` text NOT NULL,
	`uploaded_at` text NOT NULL,
	`imported_at` text,
	`undone_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_batch_state" CHECK("import_batch"."state" IN ('uploaded', 'imported', 'undone')),
	CONSTRAINT "import_batch_json" CHECK(json_valid("import_batch"."reading") AND json_valid("import_batch"."headings") AND json_valid("import_batch"."columns"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_batch_user` ON `import_batch` (`user_id`);--> statement-breakpoint
CREATE TABLE `import_row` (
	`batch_id` integer NOT NULL,
	`row_number` integer NOT NULL,
	`cells` text NOT NULL,
	`decision` text,
	`measure_id` integer,
	PRIMARY KEY(`batch_id`, `row_number`),
	FOREIGN KEY (`batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "import_row_cells" CHECK(json_valid("import_row"."cells")),
	CONSTRAINT "import_row_decision" CHECK("import_row"."decision" IN ('create', 'update', 'skip'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_row_measure` ON `import_row` (`measure_id`);--> statement-breakpoint
CREATE TABLE `dependency` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`predecessor_id` integer NOT NULL,
	`successor_id` integer NOT NULL,
	`lag_quarters` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`predecessor_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`successor_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "dependency_not_itself" CHECK("dependency"."predecessor_id" <> "dependency"."successor_id"),
	CONSTRAINT "dependency_lag" CHECK("dependency"."lag_quarters" BETWEEN 0 AND 40)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `dependency_pair` ON `dependency` (`predecessor_id`,`successor_id`);--> statement-breakpoint
CREATE INDEX `dependency_successor` ON `dependency` (`successor_id`);--> statement-breakpoint
CREATE TABLE `measure` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`action_field_id` integer,
	`effect_direction` text,
	`lead_unit_id` integer,
	`responsible_person` text DEFAULT '' NOT NULL,
	`status` text DEFAULT 'idea' NOT NULL,
	`permanent_task` integer DEFAULT false NOT NULL,
	`planning_horizon` text,
	`start_quarter` text,
	`end_quarter` text,
	`timeframe_text` text DEFAULT '' NOT NULL,
	`earliest_start` text,
	`deadline` text,
	`deadline_reason` text DEFAULT '' NOT NULL,
	`progress_percent` integer,
	`traffic_light` text,
	`traffic_light_reason` text DEFAULT '' NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`external_reference` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`action_field_id`) REFERENCES `action_field`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_unit_id`) REFERENCES `org_unit`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measure_title" CHECK(trim("measure"."title") <> ''),
	CONSTRAINT "measure_status_known" CHECK("measure"."status" IN ('idea', 'proposed', 'planned', 'resolved', 'inProgress', 'implemented', 'rejected', 'deferred')),
	CONSTRAINT "measure_effect_direction" CHECK("measure"."effect_direction" IN ('inward', 'outward', 'both')),
	CONSTRAINT "measure_planning_horizon" CHECK("measure"."planning_horizon" IN ('shortTerm', 'midTerm', 'longTerm')),
	CONSTRAINT "measure_traffic_light" CHECK("measure"."traffic_light" IN ('green', 'yellow', 'red')),
	CONSTRAINT "measure_start_quarter" CHECK("measure"."start_quarter" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "measure_end_quarter" CHECK("measure"."end_quarter" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "measure_quarter_order" CHECK("measure"."start_quarter" IS NULL OR "measure"."end_quarter" IS NULL OR "measure"."start_quarter" <= "measure"."end_quarter"),
	CONSTRAINT "measure_earliest_start" CHECK("measure"."earliest_start" IS date("measure"."earliest_start")),
	CONSTRAINT "measure_deadline" CHECK("measure"."deadline" IS date("measure"."deadline")),
	CONSTRAINT "measure_progress" CHECK("measure"."progress_percent" BETWEEN 0 AND 100)
) STRICT;
--> statement-breakpoint
CREATE INDEX `measure_action_field` ON `measure` (`action_field_id`);--> statement-breakpoint
CREATE INDEX `measure_lead_unit` ON `measure` (`lead_unit_id`);--> statement-breakpoint
CREATE INDEX `measure_status` ON `measure` (`status`);--> statement-breakpoint
CREATE TABLE `measure_confirmation` (
	`measure_id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`confirmed_at` text NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `measure_confirmation_user` ON `measure_confirmation` (`user_id`);--> statement-breakpoint
CREATE TABLE `measure_goal` (
	`measure_id` integer NOT NULL,
	`goal_id` integer NOT NULL,
	PRIMARY KEY(`measure_id`, `goal_id`),
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`goal_id`) REFERENCES `goal`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `measure_goal_goal` ON `measure_goal` (`goal_id`);--> statement-breakpoint
CREATE TABLE `measure_target_group` (
	`measure_id` integer NOT NULL,
	`target_group` text NOT NULL,
	PRIMARY KEY(`measure_id`, `target_group`),
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "measure_target_group_known" CHECK("measure_target_group"."target_group" IN ('citizens', 'businesses', 'clubs', 'schools', 'administration', 'council', 'visitors'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `measure_unit` (
	`measure_id` integer NOT NULL,
	`org_unit_id` integer NOT NULL,
	PRIMARY KEY(`measure_id`, `org_unit_id`),
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`org_unit_id`) REFERENCES `org_unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `measure_unit_org_unit` ON `measure_unit` (`org_unit_id`);--> statement-breakpoint
CREATE TABLE `milestone` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`measure_id` integer NOT NULL,
	`title` text NOT NULL,
	`due_date` text NOT NULL,
	`reached_on` text,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "milestone_title" CHECK(trim("milestone"."title") <> ''),
	CONSTRAINT "milestone_due_date" CHECK("milestone"."due_date" IS date("milestone"."due_date")),
	CONSTRAINT "milestone_reached_on" CHECK("milestone"."reached_on" IS date("milestone"."reached_on"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `milestone_measure` ON `milestone` (`measure_id`);--> statement-breakpoint
CREATE TABLE `criterion` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`weight` integer NOT NULL,
	`reversed` integer DEFAULT false NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`archived_at` text,
	`row_version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "criterion_name" CHECK(trim("criterion"."name") <> ''),
	CONSTRAINT "criterion_weight" CHECK("criterion"."weight" BETWEEN 0 AND 100)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `criterion_name_unique` ON `criterion` (`name`);--> statement-breakpoint
CREATE TABLE `criterion_level` (
	`criterion_id` integer NOT NULL,
	`level` integer NOT NULL,
	`sentence` text NOT NULL,
	PRIMARY KEY(`criterion_id`, `level`),
	FOREIGN KEY (`criterion_id`) REFERENCES `criterion`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "criterion_level_range" CHECK("criterion_level"."level" BETWEEN 0 AND 4)
) STRICT;
--> statement-breakpoint
CREATE TABLE `rater_group` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`weight` integer NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rater_group_name" CHECK(trim("rater_group"."name") <> ''),
	CONSTRAINT "rater_group_kind" CHECK("rater_group"."kind" IN ('administration', 'politics', 'digitalOfficer')),
	CONSTRAINT "rater_group_weight" CHECK("rater_group"."weight" BETWEEN 0 AND 100)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rater_group_name_unique` ON `rater_group` (`name`);--> statement-breakpoint
CREATE TABLE `rating` (
	`measure_id` integer NOT NULL,
	`criterion_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`rater_group_id` integer NOT NULL,
	`value` integer,
	`rated_at` text NOT NULL,
	PRIMARY KEY(`measure_id`, `criterion_id`, `user_id`),
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`criterion_id`) REFERENCES `criterion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rater_group_id`) REFERENCES `rater_group`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rating_value" CHECK("rating"."value" BETWEEN 0 AND 4)
) STRICT;
--> statement-breakpoint
CREATE INDEX `rating_criterion` ON `rating` (`criterion_id`);--> statement-breakpoint
CREATE INDEX `rating_user` ON `rating` (`user_id`);--> statement-breakpoint
CREATE INDEX `rating_rater_group` ON `rating` (`rater_group_id`);--> statement-breakpoint
CREATE TABLE `benefit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`measure_id` integer NOT NULL,
	`kind` text NOT NULL,
	`amount_cents` integer,
	`hours_per_year` integer,
	`description` text DEFAULT '' NOT NULL,
	`estimate_basis` text DEFAULT '' NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "benefit_kind" CHECK("benefit"."kind" IN ('savingPerYear', 'hoursPerYear', 'serviceGain')),
	CONSTRAINT "benefit_amount" CHECK("benefit"."amount_cents" BETWEEN 0 AND 10000000000000),
	CONSTRAINT "benefit_hours" CHECK("benefit"."hours_per_year" BETWEEN 0 AND 100000000),
	CONSTRAINT "benefit_amount_only_for_saving" CHECK("benefit"."kind" = 'savingPerYear' OR "benefit"."amount_cents" IS NULL),
	CONSTRAINT "benefit_hours_only_for_hours" CHECK("benefit"."kind" = 'hoursPerYear' OR "benefit"."hours_per_year" IS NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX `benefit_measure` ON `benefit` (`measure_id`);--> statement-breakpoint
CREATE TABLE `budget_frame` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`fiscal_year` integer NOT NULL,
	`budget_kind` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`updated_at` text NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "budget_frame_kind" CHECK("budget_frame"."budget_kind" IN ('investive', 'consumptive')),
	CONSTRAINT "budget_frame_year" CHECK("budget_frame"."fiscal_year" BETWEEN 2000 AND 2200),
	CONSTRAINT "budget_frame_amount" CHECK("budget_frame"."amount_cents" BETWEEN 0 AND 10000000000000)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `budget_frame_year_kind` ON `budget_frame` (`fiscal_year`,`budget_kind`);--> statement-breakpoint
CREATE TABLE `cost_item` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`measure_id` integer NOT NULL,
	`title` text NOT NULL,
	`rhythm` text NOT NULL,
	`budget_kind` text NOT NULL,
	`direction` text NOT NULL,
	`budget_product` text DEFAULT '' NOT NULL,
	`budget_account` text DEFAULT '' NOT NULL,
	`profile` text DEFAULT 'even' NOT NULL,
	`amount_cents` integer,
	`estimate_note` text DEFAULT '' NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "cost_item_title" CHECK(trim("cost_item"."title") <> ''),
	CONSTRAINT "cost_item_rhythm" CHECK("cost_item"."rhythm" IN ('oneOff', 'running')),
	CONSTRAINT "cost_item_budget_kind" CHECK("cost_item"."budget_kind" IN ('investive', 'consumptive')),
	CONSTRAINT "cost_item_direction" CHECK("cost_item"."direction" IN ('expense', 'revenue')),
	CONSTRAINT "cost_item_profile" CHECK("cost_item"."profile" IN ('even', 'atStart', 'atEnd', 'rising', 'falling')),
	CONSTRAINT "cost_item_amount" CHECK("cost_item"."amount_cents" BETWEEN 0 AND 10000000000000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `cost_item_measure` ON `cost_item` (`measure_id`);--> statement-breakpoint
CREATE TABLE `staff_demand` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`measure_id` integer NOT NULL,
	`team_id` integer,
	`org_unit_id` integer,
	`basis` text NOT NULL,
	`person_days` integer,
	`staff_source` text DEFAULT 'internal' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org_unit_id`) REFERENCES `org_unit`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_demand_one_addressee" CHECK(("staff_demand"."team_id" IS NULL) <> ("staff_demand"."org_unit_id" IS NULL)),
	CONSTRAINT "staff_demand_basis" CHECK("staff_demand"."basis" IN ('total', 'perQuarter')),
	CONSTRAINT "staff_demand_source" CHECK("staff_demand"."staff_source" IN ('internal', 'external')),
	CONSTRAINT "staff_demand_person_days" CHECK("staff_demand"."person_days" BETWEEN 0 AND 1000000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `staff_demand_measure` ON `staff_demand` (`measure_id`);--> statement-breakpoint
CREATE INDEX `staff_demand_team` ON `staff_demand` (`team_id`);--> statement-breakpoint
CREATE INDEX `staff_demand_org_unit` ON `staff_demand` (`org_unit_id`);--> statement-breakpoint
CREATE TABLE `team` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`org_unit_id` integer NOT NULL,
	`name` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`archived_at` text,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`org_unit_id`) REFERENCES `org_unit`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "team_name" CHECK(trim("team"."name") <> '')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `team_name_unique` ON `team` (`name`);--> statement-breakpoint
CREATE INDEX `team_org_unit` ON `team` (`org_unit_id`);--> statement-breakpoint
CREATE TABLE `team_capacity` (
	`team_id` integer NOT NULL,
	`quarter` text NOT NULL,
	`person_days` integer NOT NULL,
	PRIMARY KEY(`team_id`, `quarter`),
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "team_capacity_quarter" CHECK("team_capacity"."quarter" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "team_capacity_person_days" CHECK("team_capacity"."person_days" BETWEEN 0 AND 100000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `action_field` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`archived_at` text,
	`row_version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "action_field_name" CHECK(trim("action_field"."name") <> '')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `action_field_name_unique` ON `action_field` (`name`);--> statement-breakpoint
CREATE TABLE `goal` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`action_field_id` integer,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`archived_at` text,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`action_field_id`) REFERENCES `action_field`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "goal_title" CHECK(trim("goal"."title") <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX `goal_action_field` ON `goal` (`action_field_id`);