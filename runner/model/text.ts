import * as z from "zod";

/** The languages of wirecheck's reports. */
export const languages = ["en", "id"] as const;

/** A language of a report: English or Indonesian. */
export type Language = (typeof languages)[number];

/** A text in every language of wirecheck's reports. */
export const text = z
  .strictObject({
    en: z.string().min(1).describe("English"),
    id: z.string().min(1).describe("Indonesian"),
  })
  .describe("A text in English and Indonesian");

export type Text = z.infer<typeof text>;

/** The same as a lab may write it: a plain text is for all languages. */
export const writtenText = z
  .union([z.string().min(1), text])
  .transform((written): Text => (typeof written === "string" ? { en: written, id: written } : written))
  .describe("A text for all languages, or { en, id } with one for each");
