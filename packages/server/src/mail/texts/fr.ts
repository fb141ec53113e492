import type { MailWords } from "./words.ts";

export const fr: MailWords = {
  greeting: "Bonjour {name},",
  reset: {
    subject: "Choisissez un nouveau mot de passe",
    lines: [
      "Avec ce lien, vous choisissez un nouveau mot de passe pour Callnext. Il sert une seule fois, pendant 30 minutes :",
      "Si vous n’avez rien demandé, ne faites rien : votre mot de passe ne change pas.",
    ],
  },
  changed: {
    subject: "Votre mot de passe a été changé",
    lines: [
      "Votre mot de passe pour Callnext vient d’être changé, et tous les autres appareils ont été déconnectés.",
      "Si ce n’était pas vous, prévenez tout de suite votre administrateur.",
    ],
  },
  invitation: {
    subject: "{organisation} vous invite sur Callnext",
    lines: [
      "{organisation} vous a fait une place à son accueil. Avec ce lien, vous choisissez votre mot de passe. Il sert une seule fois, pendant 7 jours :",
      "Si vous ne connaissez pas {organisation}, ne faites rien.",
    ],
  },
};
