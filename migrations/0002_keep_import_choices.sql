ALTER TABLE `import_batch` ADD `word_choices` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `import_row` ADD `confirmed_amounts` text DEFAULT '{}' NOT NULL;