import { z } from "zod";
import { readPosts } from "#app/domain/comparisons/option-costs.ts";
import { templateKeys } from "#app/domain/comparisons/templates.ts";
import { ratingLevels } from "#app/domain/prioritisation/level-units.ts";
import { problemSentence } from "#app/i18n/de/comparisons.ts";
import { amountField } from "./fields.ts";
import { optionalText, rowVersionField } from "./plain-fields.ts";

const text = (max: number) => optionalText(max, problemSentence({ code: "textTooLong", values: { max } }));

/** An empty title takes the template's. */
export const NewComparisonForm = z.object({ title: text(200), template: z.enum([...templateKeys, "empty"], { error: problemSentence({ code: "templateMissing" }) }) });

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

const posts = z
  .string()
  .max(20, problemSentence({ code: "notPosts" }))
  .optional()
  .transform((value, context): number | null => {
    if (value === undefined || value.trim() === "" || /^k\.\s?a\.$/i.test(value.trim())) return null;
    const hundredths = readPosts(value);
    if (hundredths === null) context.addIssue({ code: "custom", message: problemSentence({ code: "notPosts" }) });
    return hundredths;
  });

const weight = z
  .string()
  .trim()
  .optional()
  .transform((value, context): number => {
    if (value === undefined || value === "") return 10;
    const number = /^\d{1,3}$/.test(value) ? Number(value) : 101;
    if (number > 100) context.addIssue({ code: "custom", message: problemSentence({ code: "notWeight" }) });
    return number;
  });

const OptionRow = z.object({ name: text(200), description: text(4000), oneOffCents: amountField, yearlyCents: amountField, postHundredths: posts, remove: ticked });
const CriterionRow = z.object({
  name: text(120),
  question: text(500),
  weight,
  reversed: ticked,
  levels: z.object({ s0: text(300), s1: text(300), s2: text(300), s3: text(300), s4: text(300) }).optional(),
  remove: ticked,
});

/** "s12" is the stored row 12, "n1" a new one; rows stand in the order in which the form sends them. */
const rowKey = z.string().regex(/^(s[1-9]\d{0,14}|n\d)$/);
const idOfRow = (key: string): number | null => (key.startsWith("s") ? Number(key.slice(1)) : null);

const emptyLevels = { s0: "", s1: "", s2: "", s3: "", s4: "" };
const sentencesOf = (levels: typeof emptyLevels): string[] => ratingLevels.map((level) => levels[`s${level}`]);

/** A new row in which nothing stands is none; a row to be removed needs no name. */
export const ComparisonForm = z
  .object({
    title: z
      .string({ error: problemSentence({ code: "titleMissing" }) })
      .trim()
      .min(1, problemSentence({ code: "titleMissing" }))
      .max(200, problemSentence({ code: "textTooLong", values: { max: 200 } })),
    question: text(1000),
    recommendation: text(10_000),
    rowVersion: rowVersionField,
    options: z.record(rowKey, OptionRow).optional(),
    criteria: z.record(rowKey, CriterionRow).optional(),
  })
  .transform(({ options = {}, criteria = {}, rowVersion, ...texts }, context) => {
    const keptOptions = Object.entries(options).filter(([key, row]) => !row.remove && !(idOfRow(key) === null && row.name === "" && row.description === "" && row.oneOffCents === null && row.yearlyCents === null && row.postHundredths === null));
    const keptCriteria = Object.entries(criteria).filter(([key, { name, question, levels = emptyLevels, remove }]) => !remove && !(idOfRow(key) === null && [name, question, ...sentencesOf(levels)].every((value) => value === "")));
    for (const [part, rows] of [["options", keptOptions], ["criteria", keptCriteria]] as const) {
      const seen = new Set<string>();
      for (const [key, { name }] of rows) {
        if (name === "" || seen.has(name)) context.addIssue({ code: "custom", path: [part, key, "name"], message: problemSentence({ code: name === "" ? "nameMissing" : "nameTwice" }) });
        seen.add(name);
      }
    }
    for (const [key, { levels = emptyLevels }] of keptCriteria) {
      const sentences = sentencesOf(levels);
      if (sentences.every((sentence) => sentence === "")) continue;
      sentences.forEach((sentence, level) => {
        if (sentence === "") context.addIssue({ code: "custom", path: ["criteria", key, "levels", `s${level}`], message: problemSentence({ code: "levelMissing" }) });
      });
    }
    return {
      rowVersion,
      content: {
        ...texts,
        options: keptOptions.map(([key, { remove: _remove, ...row }]) => ({ ...row, id: idOfRow(key) })),
        criteria: keptCriteria.map(([key, { remove: _remove, levels = emptyLevels, ...row }]) => ({ ...row, id: idOfRow(key), levels: sentencesOf(levels).every((sentence) => sentence !== "") ? sentencesOf(levels) : [] })),
      },
    };
  });

/** `answers.c12` answers criterion 12: a level, or "unknown"; `notes.c12` is its reason. Criteria left open are not stored. */
export const OptionRatingForm = z
  .object({
    optionId: z.string().regex(/^[1-9]\d{0,14}$/).transform(Number),
    answers: z.record(z.string().regex(/^c[1-9]\d{0,14}$/), z.enum(["0", "1", "2", "3", "4", "unknown"])).optional(),
    notes: z.record(z.string().regex(/^c[1-9]\d{0,14}$/), text(1000)).optional(),
    then: z.enum(["next", "stay"]).optional(),
  })
  .transform(({ optionId, answers = {}, notes = {}, then = "next" }, context) => {
    for (const [key, note] of Object.entries(notes)) {
      if (note !== "" && answers[key] === undefined) context.addIssue({ code: "custom", path: ["notes", key], message: problemSentence({ code: "noteWithoutAnswer" }) });
    }
    return {
      optionId,
      then,
      answers: Object.entries(answers).map(([key, value]) => ({ criterionId: Number(key.slice(1)), value: value === "unknown" ? null : Number(value), note: notes[key] ?? "" })),
    };
  });
