export const LINK = "inline-flex min-h-11 items-center text-accent underline";
