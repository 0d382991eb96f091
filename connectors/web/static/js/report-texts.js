// The Dutch sentences of the page where a reporter comes back with the code.

export const report = {
  who: { counsellor: "Medewerker (een mens)", user: "Jij" },
  status: {
    new: "Je melding is binnen. Nog niemand heeft haar gelezen.",
    read: "Een medewerker heeft je melding gelezen.",
    in_conversation: "Een medewerker is met je in gesprek.",
    referred: "Een medewerker heeft je doorverwezen naar een andere plek.",
    closed: "De melding is afgerond. Je kunt nog wel terugschrijven.",
  },
  steps: {
    new: "je melding is verstuurd",
    read: "een medewerker las je melding",
    in_conversation: "een medewerker begon een gesprek met je",
    referred: "een medewerker verwees je door",
    closed: "een medewerker rondde de melding af",
  },
  busy: "Even wachten.",
  noCode: "Een code heeft 16 cijfers. Kijk nog eens goed.",
  empty: "Je bericht is leeg. Typ eerst wat je wilt zeggen.",
  sent: "Je bericht is verstuurd. Kijk later of er een antwoord is.",
  withdrawn: "Je melding is ingetrokken. Alles is gewist. De code werkt niet meer.",
  closed: "Je code is van deze pagina gehaald. Bewaar hem goed.",
  unreachable: "We kunnen je melding nu niet bereiken. Probeer het zo nog een keer.",
};
