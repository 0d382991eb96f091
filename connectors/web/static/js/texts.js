// Every Dutch sentence that the script itself says. What stands on the page from the start is in index.html.

export const texts = {
  who: { assistant: "Wijzer (chatbot)", counsellor: "Medewerker (een mens)", user: "Jij" },
  thinking: "Wijzer denkt na.",
  newTab: " (opent in een nieuw tabblad)",
  source: "Bron: ",
  chosen: " (gekozen)",

  readAloud: "Lees voor",
  stopReading: "Stop met voorlezen",
  helpfulQuestion: "Had je hier iets aan?",
  helpfulYes: "Ja",
  helpfulNo: "Nee",
  helpfulYesLong: " (dit antwoord helpt mij)",
  helpfulNoLong: " (dit antwoord helpt mij niet)",
  thanksYes: "Dank je. Fijn dat het helpt.",
  thanksNo: "Dank je. Probeer je vraag eens anders, of vraag om een medewerker.",
  feedbackFailed: "Dat kwam niet aan. Probeer het nog een keer.",

  receiptTitle: "Jouw geheime code",
  receiptWhy: "Met deze code lees je later het antwoord op je melding. Je ziet de code maar één keer. Wij kunnen hem niet voor je opzoeken.",
  receiptCopy: "Kopieer de code",
  receiptCopied: "Gekopieerd. Plak de code op een plek die alleen jij ziet.",
  receiptCopyFailed: "Kopiëren lukt niet in deze browser. Schrijf de code over.",
  receiptKept: "Ik heb het opgeschreven",
  receiptDone: "Goed zo. Bewaar de code op een veilige plek.",

  offline: "Je hebt geen internet. Wat je typt, blijft staan.",
  online: "Je hebt weer internet.",
  unreachable: "We kunnen de chat nu niet bereiken. Wat je typte, staat er nog.",
  startFailed: "De chat start nu niet. Probeer het zo nog een keer.",
  retry: "Probeer opnieuw",
  secondsLeft: (seconds) => `Nog ${seconds} ${seconds === 1 ? "seconde" : "seconden"}`,
  mayContinue: "Je kunt weer verder.",
  expired: "Je vorige gesprek is afgelopen en weg. We zijn opnieuw begonnen. Stuur je vraag gerust nog een keer.",
  busy: "Wacht nog even. Daarna kun je dit versturen.",

  charactersLeft: (left) => (left >= 0 ? `Nog ${left} tekens` : `${-left} tekens te veel. Maak je bericht korter.`),
  wiped: "Je gesprek is gewist. Dit is een nieuw gesprek.",
  wipeFailed: "Wissen is niet gelukt. Probeer het nog een keer.",
  neutralTitle: "Nieuw tabblad",
};
