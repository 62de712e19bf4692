/** Registers every listener at once, while the worker starts; an event that woke it would be lost otherwise. */
import { open, tellActiveTab } from "./pages.js";
import { route } from "./router.js";
import { resume } from "./shortlist.js";
import { guardStorage } from "./state.js";

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  void route(message, sender).then(reply);
  return true; // the reply comes later
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install") void open("welcome");
});

chrome.runtime.onStartup.addListener(() => undefined); // waking is enough: see below

chrome.commands.onCommand.addListener((command) => {
  if (command === "save") void tellActiveTab("command.save");
  else if (command === "toggle") void tellActiveTab("command.toggle");
});

guardStorage();
void resume();
