import type { MailWords } from "./words.ts";

export const wo: MailWords = {
  greeting: "Salaamaalekum {name},",
  reset: {
    subject: "Tànnal baatu-jàll bu bees",
    lines: [
      "Ak lien bii nga tànne baatu-jàll bu bees ci Callnext. Benn yoon lay dox, ci diirub 30 simili:",
      "Su fekkee laajuloo ko, bul def dara: sa baatu-jàll du soppeeku.",
    ],
  },
  changed: {
    subject: "Sa baatu-jàll soppi nañu ko",
    lines: [
      "Léegi lañu soppi sa baatu-jàll ci Callnext, te yeneen aparey yépp génn nañu.",
      "Su dul yow, waxal sa njiit léegi.",
    ],
  },
  invitation: {
    subject: "{organisation} woo na la ci Callnext",
    lines: [
      "{organisation} jox na la palaas ci dalal bi. Ak lien bii nga tànne sa baatu-jàll. Benn yoon lay dox, ci diirub 7 fan:",
      "Soo xamul {organisation}, bul def dara.",
    ],
  },
};
