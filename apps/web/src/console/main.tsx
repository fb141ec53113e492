import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { initReactI18next } from "react-i18next";
import { chooseLanguage } from "../i18n/choose-language.ts";
import { createI18n } from "../i18n/create-i18n.ts";
import { loadCatalogue } from "../i18n/load-catalogue.ts";
import { recall } from "../ui/remembered.ts";
import { applyTheme, rememberedTheme } from "../ui/theme-choice.ts";
import { App } from "./App.tsx";
import "./console.css";

applyTheme(rememberedTheme());

const language = chooseLanguage(recall("language"), ...navigator.languages);
const [common, own] = await Promise.all([
  loadCatalogue(language, "common"),
  loadCatalogue(language, "console"),
]);
const i18n = createI18n(language, { [language]: { common, console: own } });
initReactI18next.init(i18n);
document.documentElement.lang = language;

const place = document.getElementById("app");
if (place === null) throw new Error("the page has no #app");
createRoot(place).render(
  <StrictMode>
    <App i18n={i18n} />
  </StrictMode>,
);
