import type { UsualTexts } from "./usual-texts.ts";

export const wo: UsualTexts = {
  "appointment-confirmed": {
    subject: "Sa rendez-vous bu {date} ci {time}",
    body: "Salaamaaleekum {name},\n\nSa rendez-vous ca {shop} nekk na: {service} ak {with}, {date} ci {time}.\n\nAk lien bii mën nga ko toxal, neenal ko, walla wax ne yaa ngi ci yoon wi:\n\n{link}\n\n{organisation}",
    short: "{shop}: sa rendez-vous nekk na, {date} ci {time}, {service}. Soppi ko: {link}",
  },
  "appointment-changed": {
    subject: "Sa rendez-vous mu ngi {date} ci {time} léegi",
    body: "Salaamaaleekum {name},\n\nSa rendez-vous ca {shop} am na waxtu wu bees: {service} ak {with}, {date} ci {time}.\n\nAk lien bii mën nga ko toxal, neenal ko, walla wax ne yaa ngi ci yoon wi:\n\n{link}\n\n{organisation}",
    short: "{shop}: sa rendez-vous léegi {date} ci {time} la. {link}",
  },
  "appointment-cancelled": {
    subject: "Sa rendez-vous bu {date} ci {time} neen na",
    body: "Salaamaaleekum {name},\n\nSa rendez-vous ca {shop} ({service}, {date} ci {time}) neen na.\n\n{organisation}",
    short: "{shop}: sa rendez-vous bu {date} ci {time} neen na.",
  },
  "appointment-reminder": {
    subject: "Fàttali: {date} ci {time}, {shop}",
    body: "Salaamaaleekum {name},\n\nÑu ngi lay xaar ca {shop}: {service} ak {with}, {date} ci {time}.\n\nSu dee mënuloo ñëw, wax ko ak lien bii; keneen dina ko bég:\n\n{link}\n\n{organisation}",
    short: "Fàttali, {shop}: {date} ci {time}, {service}. {link}",
  },
  "appointment-late": {
    subject: "{shop}: léegi ci {expected} lanu lay séentu",
    body: "Salaamaaleekum {name},\n\nSa visite ca {shop}, bi nekkoon ci {time}, dina tàmbali ci {expected}.\n\n{link}\n\n{organisation}",
    short: "{shop}: sa visite bu {time} dina tàmbali ci {expected}. {link}",
  },
  "appointment-offer": {
    subject: "Am na palaas bu ubbeeku: {date} ci {time}",
    body: "Salaamaaleekum {name},\n\nCa {shop}, am na palaas bu ubbeeku: {service} ak {with}, {date} ci {time}. Dencal nañu la ko ba {until}.\n\nAk lien bii nga koy jël walla bàyyi ko:\n\n{link}\n\n{organisation}",
    short: "{shop}: palaas ubbeeku na {date} ci {time}, dencal nañu la ko ba {until}. Jël ko: {link}",
  },
  "ticket-near": {
    subject: "{number}: sa tour jege na",
    body: "Salaamaaleekum {name},\n\nSa tour ca {shop} jege na. Ñi ci kanamu {number}: {ahead}.\n\n{link}\n\n{organisation}",
    short: "{shop}: sa tour jege na. Ñi ci kanamu {number}: {ahead}. {link}",
  },
  "ticket-called": {
    subject: "{number}: kaay ca {counter}",
    body: "Salaamaaleekum {name},\n\n{shop} mu ngi woo {number}. Kaay ca {counter}.\n\n{link}\n\n{organisation}",
    short: "{shop}: {number}, kaay ca {counter}.",
  },
  code: {
    subject: "{shop}",
    body: "{code}",
    short: "{shop}: sa code mooy {code}. Dina dox {minutes} simili; bul ko jox kenn.",
  },
};
