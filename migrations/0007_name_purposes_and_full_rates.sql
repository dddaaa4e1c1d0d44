ALTER TABLE `staff_demand` ADD `purpose` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pay_rate` ADD `full_cost` integer DEFAULT false NOT NULL;