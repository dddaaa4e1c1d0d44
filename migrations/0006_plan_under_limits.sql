CREATE TABLE `pay_rate` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`pay_grade` text DEFAULT '' NOT NULL,
	`valid_from` text NOT NULL,
	`yearly_cost_cents` integer,
	`percent` integer,
	`source` text NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "pay_rate_kind" CHECK("pay_rate"."kind" IN ('personnel', 'workplace', 'overhead')),
	CONSTRAINT "pay_rate_valid_from" CHECK("pay_rate"."valid_from" IS date("pay_rate"."valid_from")),
	CONSTRAINT "pay_rate_source" CHECK(trim("pay_rate"."source") <> ''),
	CONSTRAINT "pay_rate_grade" CHECK(("pay_rate"."kind" = 'personnel') = (trim("pay_rate"."pay_grade") <> '')),
	CONSTRAINT "pay_rate_amount" CHECK(("pay_rate"."kind" = 'overhead') = ("pay_rate"."yearly_cost_cents" IS NULL) AND ("pay_rate"."kind" = 'overhead') = ("pay_rate"."percent" IS NOT NULL)),
	CONSTRAINT "pay_rate_percent" CHECK("pay_rate"."percent" BETWEEN 0 AND 200),
	CONSTRAINT "pay_rate_yearly_cost" CHECK("pay_rate"."yearly_cost_cents" BETWEEN 0 AND 10000000000)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pay_rate_kind_grade_from` ON `pay_rate` (`kind`,`pay_grade`,`valid_from`);--> statement-breakpoint
CREATE TABLE `post` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text NOT NULL,
	`org_unit_id` integer NOT NULL,
	`team_id` integer,
	`fte_hundredths` integer NOT NULL,
	`pay_grade` text DEFAULT '' NOT NULL,
	`yearly_cost_cents` integer,
	`state` text NOT NULL,
	`limited_until` text,
	`from_quarter` text,
	`hiring_delay_quarters` integer DEFAULT 0 NOT NULL,
	`counted` integer DEFAULT true NOT NULL,
	`purpose` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`org_unit_id`) REFERENCES `org_unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "post_title" CHECK(trim("post"."title") <> ''),
	CONSTRAINT "post_fte" CHECK("post"."fte_hundredths" BETWEEN 1 AND 100000),
	CONSTRAINT "post_state" CHECK("post"."state" IN ('filled', 'vacant', 'requested', 'inDraft')),
	CONSTRAINT "post_yearly_cost" CHECK("post"."yearly_cost_cents" BETWEEN 0 AND 10000000000000),
	CONSTRAINT "post_limited_until" CHECK("post"."limited_until" IS date("post"."limited_until")),
	CONSTRAINT "post_from_quarter" CHECK("post"."from_quarter" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "post_hiring_delay" CHECK("post"."hiring_delay_quarters" BETWEEN 0 AND 20)
) STRICT;
--> statement-breakpoint
CREATE INDEX `post_org_unit` ON `post` (`org_unit_id`);--> statement-breakpoint
CREATE INDEX `post_team` ON `post` (`team_id`);--> statement-breakpoint
CREATE TABLE `team_staffing` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`team_id` integer NOT NULL,
	`from_quarter` text NOT NULL,
	`fte_hundredths` integer NOT NULL,
	`person_days_per_fte` integer NOT NULL,
	`absence_percent` integer DEFAULT 0 NOT NULL,
	`base_load_percent` integer DEFAULT 0 NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "team_staffing_quarter" CHECK("team_staffing"."from_quarter" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "team_staffing_fte" CHECK("team_staffing"."fte_hundredths" BETWEEN 0 AND 100000),
	CONSTRAINT "team_staffing_days" CHECK("team_staffing"."person_days_per_fte" BETWEEN 1 AND 66),
	CONSTRAINT "team_staffing_absence" CHECK("team_staffing"."absence_percent" BETWEEN 0 AND 100),
	CONSTRAINT "team_staffing_base_load" CHECK("team_staffing"."base_load_percent" BETWEEN 0 AND 100)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `team_staffing_team_quarter` ON `team_staffing` (`team_id`,`from_quarter`);--> statement-breakpoint
CREATE TABLE `budget_line` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`fiscal_year` integer NOT NULL,
	`budget_product` text DEFAULT '' NOT NULL,
	`budget_account` text NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`budget_kind` text NOT NULL,
	`direction` text DEFAULT 'expense' NOT NULL,
	`appropriation_cents` integer,
	`committed_cents` integer,
	`spent_cents` integer,
	`commitment_appropriation_cents` integer,
	`locked` integer DEFAULT false NOT NULL,
	`lock_note` text DEFAULT '' NOT NULL,
	`coverage` text DEFAULT '' NOT NULL,
	`budget_reference` text DEFAULT '' NOT NULL,
	`limits_plan` integer DEFAULT false NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "budget_line_year" CHECK("budget_line"."fiscal_year" BETWEEN 2000 AND 2200),
	CONSTRAINT "budget_line_account" CHECK(trim("budget_line"."budget_account") <> ''),
	CONSTRAINT "budget_line_kind" CHECK("budget_line"."budget_kind" IN ('investive', 'consumptive')),
	CONSTRAINT "budget_line_direction" CHECK("budget_line"."direction" IN ('expense', 'revenue')),
	CONSTRAINT "budget_line_appropriation" CHECK("budget_line"."appropriation_cents" BETWEEN 0 AND 10000000000000),
	CONSTRAINT "budget_line_committed" CHECK("budget_line"."committed_cents" BETWEEN 0 AND 10000000000000),
	CONSTRAINT "budget_line_spent" CHECK("budget_line"."spent_cents" BETWEEN 0 AND 10000000000000),
	CONSTRAINT "budget_line_commitment_appropriation" CHECK("budget_line"."commitment_appropriation_cents" BETWEEN 0 AND 10000000000000)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `budget_line_code` ON `budget_line` (`fiscal_year`,`budget_product`,`budget_account`,`direction`);--> statement-breakpoint
CREATE TABLE `budget_line_measure` (
	`budget_line_id` integer NOT NULL,
	`measure_id` integer NOT NULL,
	PRIMARY KEY(`budget_line_id`, `measure_id`),
	FOREIGN KEY (`budget_line_id`) REFERENCES `budget_line`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `budget_line_measure_measure` ON `budget_line_measure` (`measure_id`);--> statement-breakpoint
CREATE TABLE `amendment_line` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`motion_id` integer NOT NULL,
	`position` integer NOT NULL,
	`fiscal_year` integer NOT NULL,
	`budget_product` text DEFAULT '' NOT NULL,
	`budget_account` text NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`budget_reference` text DEFAULT '' NOT NULL,
	`appropriation_cents` integer,
	`amended_cents` integer NOT NULL,
	`locked` integer DEFAULT false NOT NULL,
	`lock_note` text DEFAULT '' NOT NULL,
	`post_delta_hundredths` integer DEFAULT 0 NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`motion_id`) REFERENCES `amendment_motion`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "amendment_line_year" CHECK("amendment_line"."fiscal_year" BETWEEN 2000 AND 2200),
	CONSTRAINT "amendment_line_account" CHECK(trim("amendment_line"."budget_account") <> ''),
	CONSTRAINT "amendment_line_appropriation" CHECK("amendment_line"."appropriation_cents" BETWEEN 0 AND 10000000000000),
	CONSTRAINT "amendment_line_amended" CHECK("amendment_line"."amended_cents" BETWEEN 0 AND 10000000000000),
	CONSTRAINT "amendment_line_posts" CHECK("amendment_line"."post_delta_hundredths" BETWEEN -100000 AND 100000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `amendment_line_motion` ON `amendment_line` (`motion_id`);--> statement-breakpoint
CREATE TABLE `amendment_motion` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`title` text NOT NULL,
	`applicant` text DEFAULT '' NOT NULL,
	`moved_on` text,
	`state` text DEFAULT 'draft' NOT NULL,
	`reasoning` text DEFAULT '' NOT NULL,
	`statement` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "amendment_motion_number_set" CHECK(trim("amendment_motion"."number") <> ''),
	CONSTRAINT "amendment_motion_title" CHECK(trim("amendment_motion"."title") <> ''),
	CONSTRAINT "amendment_motion_state" CHECK("amendment_motion"."state" IN ('draft', 'submitted', 'adopted', 'rejected', 'withdrawn')),
	CONSTRAINT "amendment_motion_moved_on" CHECK("amendment_motion"."moved_on" IS date("amendment_motion"."moved_on"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `amendment_motion_number` ON `amendment_motion` (`number`);--> statement-breakpoint
CREATE TABLE `funding_window` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`measure_id` integer NOT NULL,
	`programme` text NOT NULL,
	`opens_quarter` text NOT NULL,
	`closes_quarter` text NOT NULL,
	`rate_percent` integer NOT NULL,
	`max_grant_cents` integer,
	`required` integer DEFAULT false NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "funding_window_programme" CHECK(trim("funding_window"."programme") <> ''),
	CONSTRAINT "funding_window_opens" CHECK("funding_window"."opens_quarter" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "funding_window_closes" CHECK("funding_window"."closes_quarter" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "funding_window_order" CHECK("funding_window"."opens_quarter" <= "funding_window"."closes_quarter"),
	CONSTRAINT "funding_window_rate" CHECK("funding_window"."rate_percent" BETWEEN 1 AND 100),
	CONSTRAINT "funding_window_max_grant" CHECK("funding_window"."max_grant_cents" BETWEEN 0 AND 10000000000000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `funding_window_measure` ON `funding_window` (`measure_id`);--> statement-breakpoint
CREATE TABLE `measure_pair` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`first_id` integer NOT NULL,
	`second_id` integer NOT NULL,
	`saving_cents` integer,
	`reason` text DEFAULT '' NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`first_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`second_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "measure_pair_kind" CHECK("measure_pair"."kind" IN ('excludes', 'savesTogether')),
	CONSTRAINT "measure_pair_order" CHECK("measure_pair"."first_id" < "measure_pair"."second_id"),
	CONSTRAINT "measure_pair_saving" CHECK("measure_pair"."saving_cents" BETWEEN 0 AND 10000000000000)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `measure_pair_measures` ON `measure_pair` (`first_id`,`second_id`);--> statement-breakpoint
CREATE INDEX `measure_pair_second` ON `measure_pair` (`second_id`);--> statement-breakpoint
CREATE TABLE `measure_terms` (
	`measure_id` integer PRIMARY KEY NOT NULL,
	`duration_quarters` integer,
	`mandatory` integer DEFAULT false NOT NULL,
	`fixed` integer DEFAULT false NOT NULL,
	`funding_window_id` integer,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`funding_window_id`) REFERENCES `funding_window`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "measure_terms_duration" CHECK("measure_terms"."duration_quarters" BETWEEN 1 AND 40)
) STRICT;
--> statement-breakpoint
CREATE INDEX `measure_terms_funding_window` ON `measure_terms` (`funding_window_id`);--> statement-breakpoint
CREATE TABLE `plan_adoption` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`plan_run_id` integer NOT NULL,
	`adopted_at` text NOT NULL,
	`adopted_by` integer NOT NULL,
	`changes` text NOT NULL,
	`undone_at` text,
	`undone_by` integer,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`plan_run_id`) REFERENCES `plan_run`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`adopted_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `plan_adoption_run` ON `plan_adoption` (`plan_run_id`);--> statement-breakpoint
CREATE INDEX `plan_adoption_adopted_by` ON `plan_adoption` (`adopted_by`);--> statement-breakpoint
CREATE INDEX `plan_adoption_undone_by` ON `plan_adoption` (`undone_by`);--> statement-breakpoint
CREATE TABLE `plan_run` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`scenario_id` integer,
	`state` text NOT NULL,
	`settings` text NOT NULL,
	`changes` text NOT NULL,
	`input` text NOT NULL,
	`input_hash` text NOT NULL,
	`plan` text,
	`objective` integer,
	`bound` integer,
	`seed` integer NOT NULL,
	`seconds` integer NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`started_by` integer NOT NULL,
	`failure` text DEFAULT '' NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`scenario_id`) REFERENCES `scenario`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_run_state" CHECK("plan_run"."state" IN ('running', 'done', 'cancelled', 'failed')),
	CONSTRAINT "plan_run_seconds" CHECK("plan_run"."seconds" BETWEEN 1 AND 600),
	CONSTRAINT "plan_run_done_has_plan" CHECK("plan_run"."state" <> 'done' OR "plan_run"."plan" IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX `plan_run_scenario` ON `plan_run` (`scenario_id`);--> statement-breakpoint
CREATE INDEX `plan_run_started_by` ON `plan_run` (`started_by`);--> statement-breakpoint
CREATE TABLE `scenario` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`changes` text NOT NULL,
	`settings` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` integer NOT NULL,
	`archived_at` text,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scenario_name_set" CHECK(trim("scenario"."name") <> '')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `scenario_name` ON `scenario` (`name`);--> statement-breakpoint
CREATE INDEX `scenario_created_by` ON `scenario` (`created_by`);--> statement-breakpoint
CREATE TABLE `start_limit` (
	`org_unit_id` integer PRIMARY KEY NOT NULL,
	`starts_per_quarter` integer NOT NULL,
	`row_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`org_unit_id`) REFERENCES `org_unit`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "start_limit_number" CHECK("start_limit"."starts_per_quarter" BETWEEN 1 AND 100)
) STRICT;
--> statement-breakpoint
ALTER TABLE `municipality` ADD `budget_period_years` integer DEFAULT 1 NOT NULL;