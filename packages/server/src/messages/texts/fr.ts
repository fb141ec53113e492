import type { UsualTexts } from "./usual-texts.ts";

export const fr: UsualTexts = {
  "appointment-confirmed": {
    subject: "Votre rendez-vous du {date} à {time}",
    body: "Bonjour {name},\n\nVotre rendez-vous à {shop} est pris : {service} avec {with}, {date} à {time}.\n\nAvec ce lien, vous pouvez le déplacer, l’annuler ou dire que vous êtes en route :\n\n{link}\n\n{organisation}",
    short: "{shop} : rendez-vous pris, {date} à {time}, {service}. Modifier : {link}",
  },
  "appointment-changed": {
    subject: "Votre rendez-vous est maintenant le {date} à {time}",
    body: "Bonjour {name},\n\nVotre rendez-vous à {shop} a une nouvelle heure : {service} avec {with}, {date} à {time}.\n\nAvec ce lien, vous pouvez le déplacer, l’annuler ou dire que vous êtes en route :\n\n{link}\n\n{organisation}",
    short: "{shop} : votre rendez-vous est maintenant {date} à {time}. {link}",
  },
  "appointment-cancelled": {
    subject: "Votre rendez-vous du {date} à {time} est annulé",
    body: "Bonjour {name},\n\nVotre rendez-vous à {shop} ({service}, {date} à {time}) est annulé.\n\n{organisation}",
    short: "{shop} : votre rendez-vous du {date} à {time} est annulé.",
  },
  "appointment-reminder": {
    subject: "Rappel : {date} à {time}, {shop}",
    body: "Bonjour {name},\n\nNous vous attendons à {shop} : {service} avec {with}, {date} à {time}.\n\nSi vous ne pouvez pas venir, dites-le avec ce lien ; quelqu’un d’autre sera heureux de cette place :\n\n{link}\n\n{organisation}",
    short: "Rappel, {shop} : {date} à {time}, {service}. {link}",
  },
  "appointment-late": {
    subject: "{shop} : prévu maintenant à {expected}",
    body: "Bonjour {name},\n\nVotre visite à {shop}, réservée à {time}, devrait maintenant commencer à {expected}.\n\n{link}\n\n{organisation}",
    short: "{shop} : votre visite de {time} est prévue maintenant à {expected}. {link}",
  },
  "appointment-offer": {
    subject: "Une place s’est libérée : {date} à {time}",
    body: "Bonjour {name},\n\nÀ {shop}, une place s’est libérée : {service} avec {with}, {date} à {time}. Elle vous est gardée jusqu’à {until}.\n\nAvec ce lien, vous la prenez ou la laissez :\n\n{link}\n\n{organisation}",
    short: "{shop} : libre {date} à {time}, gardé pour vous jusqu’à {until}. Prendre : {link}",
  },
  "ticket-near": {
    subject: "{number} : bientôt votre tour",
    body: "Bonjour {name},\n\nC’est bientôt votre tour à {shop}. Avant {number} : {ahead}.\n\n{link}\n\n{organisation}",
    short: "{shop} : bientôt votre tour. Avant {number} : {ahead}. {link}",
  },
  "ticket-called": {
    subject: "{number} : présentez-vous à {counter}",
    body: "Bonjour {name},\n\n{shop} appelle {number}. Présentez-vous à {counter}.\n\n{link}\n\n{organisation}",
    short: "{shop} : {number}, présentez-vous à {counter}.",
  },
  code: {
    subject: "{shop}",
    body: "{code}",
    short: "{shop} : votre code est {code}. Valable {minutes} minutes ; ne le donnez à personne.",
  },
};
