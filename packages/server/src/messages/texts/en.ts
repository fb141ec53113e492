import type { UsualTexts } from "./usual-texts.ts";

export const en: UsualTexts = {
  "appointment-confirmed": {
    subject: "Your appointment on {date} at {time}",
    body: "Hello {name},\n\nYour appointment at {shop} is booked: {service} with {with}, {date} at {time}.\n\nWith this link you can move it, cancel it, or say that you are on your way:\n\n{link}\n\n{organisation}",
    short: "{shop}: booked, {date} at {time}, {service}. Change or cancel: {link}",
  },
  "appointment-changed": {
    subject: "Your appointment is now on {date} at {time}",
    body: "Hello {name},\n\nYour appointment at {shop} has a new time: {service} with {with}, {date} at {time}.\n\nWith this link you can move it, cancel it, or say that you are on your way:\n\n{link}\n\n{organisation}",
    short: "{shop}: your appointment is now {date} at {time}. {link}",
  },
  "appointment-cancelled": {
    subject: "Your appointment on {date} at {time} is cancelled",
    body: "Hello {name},\n\nYour appointment at {shop} ({service}, {date} at {time}) is cancelled.\n\n{organisation}",
    short: "{shop}: your appointment of {date} at {time} is cancelled.",
  },
  "appointment-reminder": {
    subject: "Reminder: {date} at {time}, {shop}",
    body: "Hello {name},\n\nWe expect you at {shop}: {service} with {with}, {date} at {time}.\n\nIf you cannot come, please say so with this link; somebody else will be glad of the time:\n\n{link}\n\n{organisation}",
    short: "Reminder, {shop}: {date} at {time}, {service}. {link}",
  },
  "appointment-late": {
    subject: "{shop}: now expected at {expected}",
    body: "Hello {name},\n\nYour visit at {shop}, booked for {time}, is now expected to begin at {expected}.\n\n{link}\n\n{organisation}",
    short: "{shop}: your visit booked for {time} is now expected at {expected}. {link}",
  },
  "appointment-offer": {
    subject: "A time has become free: {date} at {time}",
    body: "Hello {name},\n\nAt {shop} a time has become free: {service} with {with}, {date} at {time}. It is kept for you until {until}.\n\nWith this link you take it or let it go:\n\n{link}\n\n{organisation}",
    short: "{shop}: free {date} at {time}, kept for you until {until}. Take it: {link}",
  },
  "ticket-near": {
    subject: "{number}: your turn is near",
    body: "Hello {name},\n\nYour turn at {shop} is near. Ahead of {number}: {ahead}.\n\n{link}\n\n{organisation}",
    short: "{shop}: your turn is near. Ahead of {number}: {ahead}. {link}",
  },
  "ticket-called": {
    subject: "{number}: please come to {counter}",
    body: "Hello {name},\n\n{shop} is calling {number}. Please come to {counter}.\n\n{link}\n\n{organisation}",
    short: "{shop}: {number}, please come to {counter}.",
  },
  code: {
    subject: "{shop}",
    body: "{code}",
    short: "{shop}: your code is {code}. It is good for {minutes} minutes; give it to nobody.",
  },
};
