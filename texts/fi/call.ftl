# Being called instead of waiting: fetched only when it is offered.

call-me = Soittakaa minulle
call-title = Pyydä soittoa
call-phone = Puhelinnumerosi
call-about = Mistä on kyse?
call-when = Milloin soitamme?
call-soon = Heti kun ehditte
call-soon-by = Pian, viimeistään { $when }
call-send = Lähetä pyyntö
call-sending = Lähetetään…
call-not = Peruuta
call-failed = Pyyntö ei mennyt perille. Yritä uudelleen.
call-no-phone = Kirjoita puhelinnumerosi
call-no-about = Kirjoita, mistä on kyse
call-ordered = Odotat soittoamme
call-cancel = Peru soittopyyntö
