/// The abbreviations that every Swedish document may use, with what they stand for.
///
/// Only those that voices spell out, or take for other words: they read *kr* and *etc.* well. What
/// depends on its sentence (*ev.*, *resp.* before a noun, *s.k.* in the plural) has its usual form.
///
/// **Source**: *Svenska skrivregler* (2017) and *Myndigheternas skrivregler* for the forms with
/// points; the units are those of public accounts.
let standardAbbreviations: [(short: String, long: String)] = [
  ("avd.", "avdelning"), ("bl.a.", "bland annat"), ("c:a", "cirka"), ("ca", "cirka"),
  ("dnr", "diarienummer"), ("dvs.", "det vill säga"), ("d.v.s.", "det vill säga"),
  ("e.d.", "eller dylikt"), ("enl.", "enligt"), ("ev.", "eventuellt"), ("exkl.", "exklusive"),
  ("f.d.", "före detta"), ("f.n.", "för närvarande"), ("forts.", "fortsättning"),
  ("fr.o.m.", "från och med"), ("inkl.", "inklusive"), ("jfr", "jämför"), ("kap.", "kapitel"),
  ("kl.", "klockan"), ("m.a.o.", "med andra ord"), ("m.fl.", "med flera"), ("m.m.", "med mera"),
  ("mdkr", "miljarder kronor"), ("mkr", "miljoner kronor"), ("mnkr", "miljoner kronor"),
  ("nr", "nummer"), ("o.d.", "och dylikt"), ("osv.", "och så vidare"),
  ("o.s.v.", "och så vidare"), ("p.g.a.", "på grund av"), ("prop.", "proposition"),
  ("resp.", "respektive"), ("s.k.", "så kallad"), ("st.", "stycken"), ("t.ex.", "till exempel"),
  ("t.o.m.", "till och med"), ("tfn", "telefon"), ("tkr", "tusen kronor"),
]
