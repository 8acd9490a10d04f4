"""The agreements of Exempellän. Every title, date, sum and party is made up.

AGREEMENTS_2024 is what was known on 31 December 2024, NEW_IN_2025 what came to be known during the year after; the changes
to the former stand in make_exempellan.py.
"""
from network_file import ordered

ALL = "granby sjoby avik ostermo hagby nasholm skarvik tallmo langas kvarntrask fjallby bjorkoby"
NORTH = "fjallby kvarntrask bjorkoby"

# Where the facts are said to come from: (source, method, recorded, confidence).
DOCUMENT = ("q1", "document", "2024-04-15", 0.95)
SURVEY_2024 = ("q2", "survey", "2024-10-15", 0.8)
SURVEY_2025 = ("q3", "survey", "2025-10-15", 0.8)
DIARY = ("q4", "register", "2024-06-03", 0.9)
WEB = ("q5", "web", "2024-05-20", 0.7)
INTERVIEW = ("q6", "interview", "2024-11-12", 0.6)
CHARTER = (["q4", "q7"], "document", "2022-03", 0.98)
NATIONAL = ("q8", "document", "2025-04-01", 0.95)
GUESS = ("q6", "inferred", "2021", 0.3)
INVENTED = ("q4", "synthetic", "2024-12-01", 0.5)


def provenance(source, method, recorded, confidence):
    return {"source": source, "method": method, "recorded": recorded, "confidence": confidence}


def party(actor, role, state="adopted", **more):
    if "provenance" in more:
        more["provenance"] = provenance(*more["provenance"])
    # `begins` and `ends`, because `from` is a word of the language.
    dates = {"from": more.pop("begins", None), "to": more.pop("ends", None)}
    return ordered("party", {"actor": actor, "role": role, "state": state, **{k: v for k, v in dates.items() if v}, **more})


def parties(actors, role, state="adopted", **more):
    return [party(actor, role, state, **more) for actor in actors.split()]


def towns(names, role, state="adopted", **more):
    return [party(f"k-{name}", role, state, **more) for name in names.split()]


UNSTATED = object()


def valid(begins=None, ends=UNSTATED, **more):
    """`ends` None is "until further notice", left out it is "end not known": the file keeps them apart."""
    dates = {"from": begins} if begins else {}
    if ends is not UNSTATED:
        dates["to"] = ends
    return ordered("valid", {**dates, **more})


def pays(source, target, amount, year, period="year"):
    return {"from": source, "to": target, "amount": amount, "currency": "SEK", "period": period, "year": year}


def duty(kind, by, to, due, text, **more):
    return ordered("duty", {"kind": kind, "by": by, "to": to, "due": due, "text": text, **more})


def agreement(key, form, title, areas, validity, who, known, status="active", covers="self", **more):
    row = {"id": f"a-{key}", "form": form, "title": title, "areas": areas.split(), "valid": validity, "status": status, "covers": covers,
           "parties": who, "provenance": provenance(*known), **more}
    for name in ("target_groups", "service_areas", "perspectives", "legal_basis"):
        if isinstance(row.get(name), str):
            row[name] = row[name].split("; ") if name == "legal_basis" else row[name].split()
    return ordered("agreement", row)


WITH_THE_REGION = [
    agreement(
        "lansok", "county_agreement", "Länsöverenskommelse om psykisk hälsa och skadligt bruk", "A4.2",
        valid("2024-04-01", None, notice_months=12, review="2027-04-01"),
        [party("r-exempel", "principal", begins="2024-03-01", sub_body="Hälso- och sjukvårdsnämnden"),
         party("k-granby", "principal", begins="2024-03-12", sub_body="Socialnämnden"),
         party("k-sjoby", "principal", begins="2024-05-20", sub_body="Vård- och omsorgsnämnden"),
         party("k-avik", "principal", begins="2024-03-26"), party("k-ostermo", "principal", begins="2024-04"),
         party("k-hagby", "principal", begins="2024-06-17"), party("k-nasholm", "principal", begins="2024-06"),
         party("k-skarvik", "principal", "recommended"), party("k-tallmo", "principal", "recommended"),
         party("k-langas", "principal", "decided"), party("k-kvarntrask", "principal", "recommended"),
         party("k-fjallby", "principal", "recommended"), party("k-bjorkoby", "principal", "unknown"),
         party("n-exempelkommuner", "coordinator", "recommended", begins="2024-02-15")],
        DOCUMENT, covers="units", legal_basis="HSL 16:3", service_areas="V2", target_groups="T3 T4", perspectives="P1 P2",
        duties=[duty("follow_up", "n-exempelkommuner", "r-exempel", "2026-05-31", "Gemensam årsuppföljning av länsöverenskommelsen.",
                     perspectives=["P1", "P2"])],
        supersedes="a-lansok-2016", note="Kommunförbundet rekommenderar; varje kommun antar på sin egen dag."),
    agreement(
        "lansok-2016", "county_agreement", "Länsöverenskommelse om psykisk ohälsa och missbruk 2016", "A4.2", valid("2016", "2024-03-31"),
        [party("r-exempel", "principal"), *towns("granby sjoby avik ostermo hagby nasholm skarvik tallmo langas", "principal")],
        DOCUMENT, status="ended", covers="units", legal_basis="HSL 16:3", target_groups="T3 T4"),
    agreement(
        "placerade", "county_agreement", "Överenskommelse om barn och unga som placeras utanför hemmet", "A4.2",
        valid("2022-09", None, notice_months=6, renewal="auto"),
        [party("r-exempel", "principal"), *towns("granby sjoby avik ostermo hagby nasholm skarvik tallmo langas", "principal"),
         party("n-norra", "principal", on_behalf_of=["k-fjallby", "k-kvarntrask"], note="Undertecknar för två av medlemmarna.")],
        DOCUMENT, covers="units", legal_basis="HSL 16:3", service_areas="V2", target_groups="T1 T5", perspectives="P1"),
    agreement(
        "hemsjukvard", "home_care_agreement", "Avtal om kommunal hemsjukvård", "A4.2", valid("2014-01-01", None, notice_months=24),
        [party("r-exempel", "principal"), *towns(ALL, "principal", service="health")],
        CHARTER, service_areas="V1 V4", target_groups="T7 T8", perspectives=[]),
    agreement(
        "utskrivning", "discharge_guideline", "Riktlinjer för trygg utskrivning från sluten vård", "A4.2",
        valid("2018-01-01", None, review="2026"),
        [party("r-exempel", "principal"), *towns(ALL, "principal")],
        WEB, covers="units", legal_basis="2017:612 4:4", service_areas="V4", target_groups="T7", perspectives=[]),
    agreement(
        "sip", "other", "Gemensam rutin för samordnad individuell plan (SIP)", "A4.2 A2.2", valid("2021-05", None, review="2025-10"),
        [party("r-exempel", "principal"), *towns("granby sjoby avik hagby nasholm ostermo tallmo", "principal"),
         party("k-skarvik", "principal", "unknown")],
        WEB, covers="units", target_groups="T1 T2 T8", perspectives="P1 P2"),
    agreement(
        "ungdomsmottagningar", "local_agreement", "Avtal om ungdomsmottagningarna", "A2.1 A4.2",
        valid("2023-01-01", "2026-12-31", notice_months=9, renewal="option"),
        [party("r-exempel", "host"), *towns("granby sjoby hagby tallmo kvarntrask fjallby", "funder"),
         *parties("v-um-granby v-um-sjoby v-um-norr", "performer")],
        SURVEY_2024, covers="listed", target_groups="T1 T2", perspectives="P1 P3",
        funding=[pays("k-granby", "r-exempel", 2400000, 2024), pays("k-sjoby", "r-exempel", 860000, 2024),
                 pays("k-tallmo", "r-exempel", 258500, 2024)]),
    agreement(
        "forsta-linjen", "first_line", "Första linjen för barns och ungas psykiska hälsa", "A2.1 A4.2", valid("2022-01-01", None),
        [party("r-exempel", "host", sub_body="Hälsovalskontoret"), *parties("v-granby-norr v-sjoby-vc v-torget v-bup-granby", "performer"),
         *towns("granby sjoby ostermo", "participant", service="social"), party("k-granby", "participant", service="school")],
        WEB, target_groups="T1 T2", perspectives="P1 P2"),
    agreement(
        "lokal-granby", "local_agreement", "Lokal överenskommelse om beroende och psykiatri i Granby", "A4.2",
        valid("2022-06-01", "2026-05-31", notice_months=6),
        [party("k-granby", "principal", sub_body="Socialnämnden"), *parties("v-psykiatri v-beroende", "participant")],
        SURVEY_2024, status="active", covers="listed", target_groups="T3 T4", perspectives="P2 P3", under="a-lansok"),
    agreement(
        "lokal-sjoby", "local_agreement", "Lokal överenskommelse om psykisk hälsa i Sjöby 2023–2025", "A4.2", valid("2023-01-01", "2025-11-30"),
        [party("k-sjoby", "principal"), *parties("v-sjoby-vc v-strandens", "participant")],
        SURVEY_2024, covers="listed", target_groups="T2 T3", perspectives="P2", under="a-lansok"),
    agreement(
        "lokal-hagby", "local_agreement", "Lokal överenskommelse om samverkan vid skadligt bruk i Hagby", "A4.2", valid("2023-05", "2026"),
        [party("k-hagby", "principal"), party("v-hagby-vc", "participant"), party("v-skarvik-sjukhus", "observer", "unknown")],
        DIARY, covers="listed", target_groups="T4", under="a-lansok"),
    agreement(
        "elevhalsa", "other", "Överenskommelse om elevhälsa och barn- och ungdomspsykiatri", "A4.1 A4.2",
        valid("2023-08-01", None, notice_months=6, review="2026-08-01"),
        [party("r-exempel", "principal"), party("k-granby", "principal", service="school"), party("k-sjoby", "principal", service="school"),
         *parties("h-granskolan-ab h-kunskapsvagen h-ekskolan", "principal"), party("h-solrosen", "principal", "declined"),
         party("v-bup-granby", "performer")],
        SURVEY_2024, covers="units", target_groups="T1 T2", perspectives="P1"),
]

CRIME_PREVENTION = [
    agreement(
        "barnahus", "barnahus", "Barnahus Exempel", "A3 A4.2", valid("2022-07-01", "2026-06-30", notice_months=12),
        [party("k-granby", "host"), *towns("sjoby hagby avik ostermo", "participant"), *parties("m-polisen m-aklagarna", "participant"),
         party("r-exempel", "participant")],
        DIARY, target_groups="T1 T6", perspectives="P1 P3",
        funding=[pays("k-sjoby", "k-granby", 410000, 2024), pays("k-hagby", "k-granby", 223000, 2024), pays("k-avik", "k-granby", 331000, 2024)]),
    agreement(
        "vald", "other", "Länsgemensam strategi mot våld i nära relationer", "A3 A4.2", valid("2023", "2028"),
        [party("m-lansstyrelsen", "coordinator"), party("m-polisen", "participant"), party("r-exempel", "participant"),
         *towns("granby sjoby avik hagby skarvik", "participant"), *parties("f-kvinnojouren f-skydd f-brottsofferjouren", "participant"),
         party("m-frivarden", "observer")],
        WEB, target_groups="T6", perspectives="P1 P3"),
    agreement(
        "sspf-granby", "sspf", "SSPF i Granby", "A3 A4.1", valid("2023-01-01", "2026-06-30"),
        [party("k-granby", "coordinator", service="social"), party("k-granby", "participant", service="school"),
         party("k-granby", "participant", service="leisure"), *parties("u-granskolan u-ekbacksskolan u-lindangsskolan", "participant"),
         party("m-polisen", "participant")],
        SURVEY_2024, covers="listed", target_groups="T1", perspectives="P1"),
    agreement(
        "sspf-sjoby", "sspf", "SSPF i Sjöby", "A3 A4.1", valid("2021-08", None),
        [party("k-sjoby", "coordinator", service="social"), party("k-sjoby", "participant", service="school"), party("m-polisen", "participant")],
        SURVEY_2024, covers="units", target_groups="T1", perspectives="P1 P3"),
    agreement(
        "sspf-avik", "sspf", "SSPF i Åvik", "A3 A4.1", valid("2024"),
        [party("k-avik", "coordinator"), party("u-hamnskolan", "participant"), party("m-polisen", "participant", "decided")],
        SURVEY_2024, covers="listed", target_groups="T1"),
    agreement(
        "polis-granby", "police_agreement", "Samverkansöverenskommelse mellan Granby och polisen", "A3", valid("2024-01-01", "2025-12-31"),
        [party("k-granby", "principal"), party("m-polisen", "principal")],
        DIARY, legal_basis="2023:196 9 §", perspectives=[], duties=[duty("situation_picture", "k-granby", "m-polisen", "2025-09-30", "Ny lägesbild.")]),
    agreement(
        "polis-sjoby", "police_agreement", "Samverkansöverenskommelse mellan Sjöby och polisen", "A3", valid("2023-03-01", "2027-02-28"),
        [party("k-sjoby", "principal"), party("m-polisen", "principal")], DIARY, legal_basis="2023:196 9 §", perspectives="P1 P3"),
    agreement(
        "polis-ostermo", "police_agreement", "Samverkansöverenskommelse mellan Östermo och polisen", "A3", valid("2022-07-01", "2025-06-30"),
        [party("k-ostermo", "principal"), party("m-polisen", "principal")], SURVEY_2024, legal_basis="2023:196 9 §"),
    agreement(
        "polis-norr", "police_agreement", "Gemensam överenskommelse med polisen för Skärvik, Tallmo och Kvarnträsk", "A3",
        valid("2025-02-01", "2028-01-31"),
        [party("k-skarvik", "principal", "adopted", begins="2024-11-25"), party("k-tallmo", "principal", "decided"),
         party("k-kvarntrask", "principal", "decided"), party("m-polisen", "principal", "decided")],
        DIARY, status="decided", legal_basis="2023:196 9 §", perspectives="P1"),
    agreement(
        "polis-bjorkoby", "police_agreement", "Medborgarlöfte i Björköby", "A3", valid("2018"),
        [party("k-bjorkoby", "principal", "unknown"), party("m-polisen", "principal", "unknown")], GUESS, status="unknown"),
    agreement(
        "bra-granby", "crime_council", "Granby brottsförebyggande råd", "A3 A1.4", valid("2023-07-01", None),
        [party("k-granby", "coordinator", sub_body="Kommunstyrelsen"), party("m-polisen", "participant"), party("r-exempel", "participant"),
         party("f-brottsofferjouren", "participant"), party("o-boende", "participant"), party("m-frivarden", "participant")],
        DIARY, legal_basis="2023:196 10 §", perspectives="P1 P3"),
    agreement(
        "bra-vast", "crime_council", "Gemensamt brottsförebyggande råd för Östermo och Långås", "A3", valid("2023-10", None),
        [party("k-ostermo", "coordinator"), party("k-langas", "participant"), party("m-polisen", "participant"),
         party("m-lansstyrelsen", "supporter")],
        SURVEY_2024, legal_basis="2023:196 10 §"),
]

EARLY_SUPPORT = [
    agreement(
        "fc-granby", "family_centre", "Familjecentralen Kastanjen", "A2.1 A4.2", valid("2017-09", None, notice_months=12),
        [party("k-granby", "host", service="preschool"), party("k-granby", "participant", service="social"), party("r-exempel", "principal"),
         party("v-fc-granby", "performer")],
        SURVEY_2024, covers="listed", service_areas="V2", target_groups="T1", perspectives="P1 P3"),
    agreement(
        "fc-sjoby", "family_centre", "Familjecentralen Snäckan", "A2.1 A4.2", valid("2019-01-01", None),
        [party("k-sjoby", "principal"), party("r-exempel", "host"), party("v-fc-sjoby", "performer"), party("f-kyrkan", "supporter")],
        SURVEY_2024, covers="listed", service_areas="V2", target_groups="T1", perspectives="P1"),
    agreement(
        "fc-avik", "family_centre", "Familjecentralen Ankaret", "A2.1 A4.2", valid("2020", "2025-12-31", renewal="auto"),
        [party("k-avik", "host"), party("r-exempel", "principal"), party("v-fc-avik", "performer")],
        WEB, covers="listed", target_groups="T1"),
    agreement(
        "fc-tallmo", "family_centre", "Familjecentralsliknande verksamhet i Tallmo", "A2.1", valid("2024-08"),
        [party("k-tallmo", "host"), party("v-fc-tallmo", "performer"), party("v-tallmo-vc", "participant", "unknown")],
        INTERVIEW, covers="listed", target_groups="T1", perspectives="P1"),
    agreement(
        "tsi-granby", "early_interventions", "Tidiga och samordnade insatser i Granby", "A2.1 A4.1 A4.2", valid("2024-01-01", "2026-12-31"),
        [party("k-granby", "coordinator", service="social", sub_body="Socialnämnden"), party("k-granby", "participant", service="school"),
         party("k-granby", "participant", service="preschool"), party("r-exempel", "participant"), party("h-kunskapsvagen", "participant")],
        SURVEY_2024, covers="units", service_areas="V2", target_groups="T1 T2", perspectives="P1 P2 P3"),
    agreement(
        "tsi-hagby", "project", "Tidigt tillsammans i Hagby", "A2.1 A4.1", valid("2023-09-01", "2025-08-31"),
        [party("k-hagby", "coordinator"), *parties("u-hagbyskolan u-kyrkangsskolan", "participant"), party("v-hagby-vc", "participant"),
         party("m-lansstyrelsen", "funder")],
        SURVEY_2024, covers="listed", target_groups="T1", perspectives="P1", funding=[pays("m-lansstyrelsen", "k-hagby", 1250000, 2024, "once")]),
    agreement(
        "fritid-skarvik", "other", "Öppen fritid för alla i Skärvik", "A2.1", valid("2024-02", "2026-02"),
        [party("k-skarvik", "principal", service="leisure"), party("k-skarvik", "participant", service="culture"),
         party("f-skarvik-if", "performer"), party("u-fyrskolan", "participant")],
        INTERVIEW, covers="listed", target_groups="T1", perspectives=[]),
    agreement(
        "anhorig-langas", "other", "Stöd till anhöriga i Långås", "A2.1", valid("2020"), [party("k-langas", "principal", "unknown")],
        GUESS, status="unknown", service_areas="V4", target_groups="T7", note="Vilka som är motparter framgår inte av underlaget."),
]

CIVIL_SOCIETY = [
    agreement(
        "iop-ungdomsjouren", "iop", "IOP om samtalsstöd för unga på kvällstid", "A9.2 A2.1", valid("2024-01-01", "2027-12-31"),
        [party("k-granby", "principal"), party("k-sjoby", "supporter"), party("f-ungdomsjouren", "performer")],
        SURVEY_2024, target_groups="T1 T2", perspectives="P1 P3",
        funding=[pays("k-granby", "f-ungdomsjouren", 900000, 2024), pays("k-sjoby", "f-ungdomsjouren", 240000, 2024)]),
    agreement(
        "iop-fontanhus", "iop", "IOP om Granby Fontänhus", "A9.2 A2.2", valid("2023-01-01", "2026-12-31", notice_months=6, renewal="option"),
        [party("k-granby", "principal"), party("r-exempel", "funder"), party("f-fontanhuset", "performer"), party("m-formedlingen", "supporter")],
        DIARY, service_areas="V1", target_groups="T3 T9", perspectives="P2",
        funding=[pays("k-granby", "f-fontanhuset", 2100000, 2024), pays("r-exempel", "f-fontanhuset", 1400000, 2024)]),
    agreement(
        "iop-kvinnojour", "iop", "IOP om skydd och stöd vid våld i nära relationer", "A9.2", valid("2023-07-01", "2026-06-30"),
        [*towns("avik hagby", "principal"), *parties("f-kvinnojouren f-skydd", "performer")],
        SURVEY_2024, target_groups="T6", perspectives="P1 P3",
        funding=[pays("k-avik", "f-skydd", 780000, 2024), pays("k-hagby", "f-kvinnojouren", 650000, 2024)]),
    agreement(
        "iop-senior", "iop", "IOP om mötesplatser för äldre i Sjöby", "A9.2 A2.1", valid("2022-01-01", "2026-09-30"),
        [party("k-sjoby", "principal"), party("f-seniorkraft", "performer")],
        SURVEY_2024, service_areas="V4", target_groups="T7", perspectives=[], funding=[pays("k-sjoby", "f-seniorkraft", 32500, 2024, "month")]),
    agreement(
        "iop-stodfamiljer", "iop", "IOP om stödfamiljer i Östermo", "A9.2", valid("2021-07-01", "2024-06-30"),
        [party("k-ostermo", "principal"), party("f-stodfamiljer", "performer")], INVENTED, service_areas="V2", target_groups="T1 T5"),
    agreement(
        "lok-hagby", "local_agreement", "Lokal överenskommelse med föreningslivet i Hagby", "A9.2", valid("2022-05", None, review="2026-05"),
        [party("k-hagby", "principal"), party("f-paraplyet", "principal"), party("f-studie", "supporter"),
         party("f-idrott", "supporter", "withdrawn", ends="2024-05")],
        SURVEY_2024, perspectives="P2"),
    agreement(
        "upph-boende", "procurement", "Upphandlat stödboende i Granby", "A9.1", valid("2022-10-01", "2026-09-30", renewal="option"),
        [party("k-granby", "commissioner"), party("f-stadsmissionen", "performer"), party("f-omsorgsstiftelsen", "performer")],
        DIARY, legal_basis="LOU 2016:1145", service_areas="V2", target_groups="T4", perspectives="P3",
        funding=[pays("k-granby", "f-stadsmissionen", 6300000, 2024), pays("k-granby", "f-omsorgsstiftelsen", 4150000, 2024)]),
    agreement(
        "upph-larm", "procurement", "Trygghetslarm i Åvik och Östermo", "A0", valid("2023-02-01", "2027-01-31"),
        [*towns("avik ostermo", "commissioner"), party("l-trygghetslarm", "performer")], DIARY, legal_basis="LOU 2016:1145", service_areas="V4"),
    agreement(
        "lov-granby", "choice_system", "Valfrihetssystem för hemtjänst i Granby", "A9.1", valid("2016-01-01", None),
        [party("k-granby", "commissioner"), party("f-omsorgsstiftelsen", "performer"), party("l-hemtjanst", "performer", begins="2019")],
        DIARY, legal_basis="LOV 2008:962", service_areas="V4", target_groups="T7", perspectives=[]),
    agreement(
        "bidrag-granby-2024", "grant", "Föreningsbidrag i Granby 2024", "A9.2", valid("2024-01-01", "2024-12-31"),
        [party("k-granby", "funder"), *parties("f-ungdomsjouren f-brottsofferjouren f-nykterhet", "performer")], DIARY,
        funding=[pays("k-granby", "f-brottsofferjouren", 310000, 2024), pays("k-granby", "f-nykterhet", 145000, 2024)]),
    agreement(
        "kamrat-avik", "other", "Kamratstöd i Åvik", "A9.2 A2.2", valid("2023-11"),
        [party("k-avik", "supporter", "unknown"), party("f-kamrat", "performer", "unknown")], INTERVIEW, status="unknown", target_groups="T3 T8"),
]

BETWEEN_MUNICIPALITIES = [
    agreement(
        "socialjour", "contract_cooperation", "Gemensam socialjour", "A4.3", valid("2020-01-01", None, notice_months=12),
        [party("k-granby", "performer", sub_body="Socialnämnden"), *towns("sjoby avik ostermo hagby langas", "commissioner")],
        DIARY, legal_basis="KL 9:37", service_areas="V2", perspectives="P1 P3",
        funding=[pays("k-sjoby", "k-granby", 1480000, 2024), pays("k-avik", "k-granby", 1190000, 2024), pays("k-ostermo", "k-granby", 960000, 2024),
                 pays("k-hagby", "k-granby", 800000, 2024), pays("k-langas", "k-granby", 370000, 2024)],
        duties=[duty("report", "k-granby", "k-sjoby", "2026-02-28", "Redovisning till fullmäktige av avtalssamverkan (KL 9:38).")]),
    agreement(
        "familjeratt", "contract_cooperation", "Gemensam familjerätt", "A4.3", valid("2021-04-01", "2026-03-31", renewal="auto"),
        [party("k-sjoby", "performer"), *towns("hagby skarvik", "commissioner")],
        DIARY, legal_basis="KL 9:37", service_areas="V3", target_groups="T1", perspectives="P1"),
    agreement(
        "upphandling", "contract_cooperation", "Gemensam upphandlingsfunktion", "A0", valid("2019", None),
        [party("k-hagby", "performer"), *towns("skarvik tallmo nasholm", "commissioner")], DIARY, legal_basis="KL 9:37"),
    agreement(
        "norra", "federation", "Förbundsordning för Norra Exempels kommunalförbund", "A4.3 A1.1", valid("2015-01-01", None),
        towns(NORTH, "member"), CHARTER, legal_basis="KL 3:8; KL 9:1–18", service_areas="V1 V2 V4", perspectives="P1 P2", founds="n-norra",
        duties=[duty("report", "n-norra", "k-fjallby", "2026-04-15", "Årsredovisning till medlemmarna.")]),
    agreement(
        "raddning", "federation", "Förbundsordning för Räddningstjänsten Södra Exempel", "A0", valid("2012", None),
        towns("granby avik ostermo", "member"), CHARTER, legal_basis="KL 3:8", founds="n-raddning"),
    agreement(
        "hjalpmedel", "joint_committee", "Avtal om gemensam hjälpmedelsnämnd", "A4.2 A2.2", valid("2019-01-01", None, notice_months=24),
        [party("r-exempel", "host"), *towns("granby sjoby avik hagby nasholm", "member")],
        CHARTER, legal_basis="KL 9:19–35; 2003:192", service_areas="V1", target_groups="T8", perspectives="P2", founds="n-hjalpmedel"),
    agreement(
        "samordning", "coordination_association", "Förbundsordning för Samordningsförbundet Exempelbygden", "A2.1 A4.2", valid("2010-01-01", None),
        [*towns("granby sjoby hagby", "member"), party("r-exempel", "member"), *parties("m-kassan m-formedlingen", "member"),
         party("n-samordning", "coordinator")],
        CHARTER, legal_basis="2003:1210", target_groups="T9", perspectives="P2 P3", founds="n-samordning",
        funding=[pays("m-kassan", "n-samordning", 3200000, 2024), pays("r-exempel", "n-samordning", 1600000, 2024),
                 pays("k-granby", "n-samordning", 1030000, 2024), pays("k-sjoby", "n-samordning", 370000, 2024)]),
    agreement(
        "gymnasium", "school_cooperation", "Samverkansavtal om gymnasieskolan i södra Exempellän", "A4.3 A4.1", valid("2020-07-01", None),
        towns("granby sjoby avik ostermo hagby nasholm langas", "principal", service="school"), WEB, legal_basis="SkolL 2:2a", target_groups="T1"),
    agreement(
        "vuxenutbildning", "school_cooperation", "Samverkansavtal om vuxenutbildning i norr", "A4.3", valid("2022-08", "2025-07"),
        [*towns("skarvik tallmo", "principal", service="school"), *towns("kvarntrask fjallby", "principal", "decided", service="school")],
        WEB, legal_basis="SkolL 2:2a"),
    agreement(
        "omsorgsplatser", "contract_cooperation", "Korttidsplatser för personer med funktionsnedsättning", "A4.3 A2.2",
        valid("2023-01-01", "2026-12-31", notice_months=6),
        [party("k-nasholm", "performer"), *towns("tallmo langas", "commissioner")],
        SURVEY_2024, legal_basis="KL 9:37", service_areas="V1", target_groups="T8", perspectives="P2", funding=[pays("k-tallmo", "k-nasholm", 720000, 2024)]),
]

LEARNING_AND_SUPPORT = [
    agreement(
        "rss", "support_structure", "Avtal om regional samverkans- och stödstruktur i Exempellän", "A7 A5.1 A8", valid("2023-01-01", "2026-12-31"),
        [party("n-exempelkommuner", "host"), *towns("granby sjoby avik ostermo hagby nasholm skarvik tallmo langas kvarntrask fjallby", "member"),
         party("r-exempel", "member"), party("rss-exempel", "performer")],
        CHARTER, service_areas="V1 V2 V3 V4", perspectives="P1 P2 P3", founds="rss-exempel",
        funding=[pays("r-exempel", "rss-exempel", 1800000, 2024), pays("k-granby", "rss-exempel", 670000, 2024),
                 pays("k-sjoby", "rss-exempel", 241000, 2024)],
        duties=[duty("plan", "rss-exempel", "n-exempelkommuner", "2025-11-30", "Verksamhetsplan för nästa år.", perspectives=["P1", "P2", "P3"])]),
    agreement(
        "kommunforbund", "network", "Stadgar för Exempelläns kommunförbund", "A8 A5.1", valid("1998", None),
        towns(ALL, "member"), CHARTER, founds="n-exempelkommuner"),
    agreement(
        "fou", "network", "Avtal om FoU Exempel", "A5.1 A5.3", valid("2022-01-01", "2026-12-31", notice_months=12),
        [party("k-granby", "host"), *towns("sjoby avik ostermo", "member"), party("m-hogskolan", "participant"), party("n-fou", "performer")],
        CHARTER, perspectives="P1 P2", founds="n-fou", funding=[pays("k-avik", "k-granby", 195000, 2024)]),
    agreement(
        "forum", "network", "Forum för nära vård i Exempellän", "A4.2 A7", valid("2021"),
        [party("r-exempel", "host"), party("rss-exempel", "coordinator"), *towns(ALL, "participant")], WEB, target_groups="T7", founds="n-forum"),
    agreement(
        "digital", "network", "Nätverk för digitalisering i socialtjänsten", "A5.2", valid("2022-03", None),
        [party("rss-exempel", "coordinator"), *towns("granby sjoby avik hagby kvarntrask skarvik tallmo", "participant"),
         party("m-hogskolan", "supporter")],
        WEB, perspectives=[]),
    agreement(
        "uppfoljning", "network", "Gemensam uppföljning av individ- och familjeomsorgen", "A5.3 A1.2", valid("2023-09", None),
        [party("rss-exempel", "coordinator"), party("n-fou", "supporter"), *towns("granby sjoby ostermo nasholm hagby", "participant")],
        WEB, service_areas="V2", perspectives="P1 P2 P3",
        duties=[duty("follow_up", "rss-exempel", "k-granby", "2026-03", "Jämförande rapport.", perspectives=["P1", "P3"])]),
    agreement(
        "ledning", "project", "Gemensamt ledarprogram inför omställningen", "A1.1 A5.1", valid("2024-09-01", "2026-06-30"),
        [party("rss-exempel", "coordinator"), *towns("granby avik hagby langas tallmo skarvik", "participant"), party("m-hogskolan", "performer")],
        INTERVIEW, perspectives=[], funding=[pays("n-exempelkommuner", "m-hogskolan", 540000, 2024, "once")]),
    agreement(
        "extremism", "network", "Länsnätverk mot våldsbejakande extremism", "A6", valid("2022-10"),
        [party("m-lansstyrelsen", "coordinator"), party("m-polisen", "participant"), *towns("granby sjoby avik hagby", "participant"),
         party("k-ostermo", "participant", "unknown")],
        WEB, target_groups="T1", perspectives="P1"),
    agreement(
        "kunskapsrad", "network", "Råd för kommunernas röst i kunskapsstöden", "A8", valid("2023-01", None),
        [party("m-kunskapsverket", "coordinator"), party("rss-exempel", "participant"), party("m-riksforbundet", "participant"),
         *towns("granby tallmo", "participant")],
        WEB, perspectives="P1 P2 P3"),
    agreement(
        "riks-2024", "state_agreement", "Överenskommelse om omställningen 2024 (exempel)", "A5.1 A2.1 A4.3", valid("2024-02-01", "2024-12-31"),
        [party("m-regeringen", "principal"), party("m-riksforbundet", "principal"), party("rss-exempel", "supporter")],
        WEB, funding=[pays("m-regeringen", "m-riksforbundet", 2000000, 2024, "once")]),
    agreement(
        "intern-granby", "other", "Rutin för samverkan mellan socialtjänsten och skolan i Granby", "A1.3 A4.1", valid("2023-08-15", None),
        [party("k-granby", "principal", service="social", sub_body="Socialnämnden"),
         party("k-granby", "principal", service="school", sub_body="Barn- och utbildningsnämnden")],
        SURVEY_2024, covers="units", service_areas="V2", target_groups="T1", perspectives="P1"),
]

AGREEMENTS_2024 = (WITH_THE_REGION + CRIME_PREVENTION + EARLY_SUPPORT + CIVIL_SOCIETY + BETWEEN_MUNICIPALITIES + LEARNING_AND_SUPPORT)

NEW_IN_2025 = [
    agreement(
        "lokal-sjoby-2026", "local_agreement", "Lokal överenskommelse om psykisk hälsa i Sjöby 2026–2028", "A4.2",
        valid("2026-01-01", "2028-12-31", review="2027-06"),
        [party("k-sjoby", "principal", begins="2025-11-17"), *parties("v-sjoby-vc v-strandens", "participant", "decided")],
        SURVEY_2025, status="decided", covers="listed", target_groups="T2 T3", perspectives="P1 P2", supersedes="a-lokal-sjoby", under="a-lansok"),
    agreement(
        "barnahus-norr", "barnahus", "Barnahus i norra Exempellän", "A3 A4.2", valid("2026-03"),
        [party("k-skarvik", "host", "decided"), *towns("tallmo bjorkoby", "participant", "recommended"), party("m-polisen", "participant", "decided"),
         party("m-aklagarna", "participant", "unknown")],
        SURVEY_2025, status="planned", target_groups="T1 T6", perspectives="P1"),
    agreement(
        "iop-vagskalet", "iop", "IOP om stöd till den som vill lämna kriminella eller extremistiska miljöer", "A6 A9.2",
        valid("2025-03-01", "2027-02-28", notice_months=3),
        [party("k-granby", "principal"), party("f-vagskalet", "performer"), party("m-frivarden", "supporter")],
        SURVEY_2025, target_groups="T1", perspectives="P1 P3", funding=[pays("k-granby", "f-vagskalet", 1150000, 2025)]),
    agreement(
        "bidrag-granby-2025", "grant", "Föreningsbidrag i Granby 2025", "A9.2", valid("2025-01-01", "2025-12-31"),
        [party("k-granby", "funder"), *parties("f-ungdomsjouren f-brottsofferjouren f-nykterhet", "performer")], SURVEY_2025,
        funding=[pays("k-granby", "f-brottsofferjouren", 325000, 2025), pays("k-granby", "f-nykterhet", 150000, 2025)],
        supersedes="a-bidrag-granby-2024"),
    agreement(
        "riks-2025", "state_agreement", "Överenskommelse om den hållbara socialtjänsten 2025 (exempel)", "A1 A2 A3 A4 A5 A6 A7 A8 A9",
        valid("2025-04-01", "2025-12-31"),
        [party("m-regeringen", "principal"), party("m-riksforbundet", "principal"), party("rss-exempel", "supporter")],
        NATIONAL, perspectives="P1 P2 P3", funding=[pays("m-regeringen", "m-riksforbundet", 2000000, 2025, "once")],
        duties=[duty("report", "m-riksforbundet", "m-regeringen", "2026-03-31", "Verksamhetsrapport med de tre perspektiven.",
                     perspectives=["P1", "P2", "P3"])],
        supersedes="a-riks-2024"),
    agreement(
        "forskola-tallmo", "early_interventions", "Förskolan som arena för tidigt stöd i Tallmo", "A2.1 A4.1", valid("2025-08-15", "2027-06-30"),
        [party("k-tallmo", "coordinator", service="social"), party("k-tallmo", "participant", service="preschool"),
         *parties("u-forskolan-kotten u-forskolan-barret", "participant"), party("v-tallmo-vc", "participant")],
        SURVEY_2025, covers="listed", target_groups="T1", perspectives="P1"),
    agreement(
        "intern-sjoby", "other", "Socialnämnden i Sjöbys samhällsplanering", "A1.4", valid("2025-07-01", None),
        [party("k-sjoby", "principal", service="social", sub_body="Socialnämnden"),
         party("k-sjoby", "participant", service="other", sub_body="Samhällsbyggnadsnämnden")],
        SURVEY_2025, perspectives="P1 P2 P3"),
    agreement(
        "traffpunkt-nasholm", "local_agreement", "Träffpunkt för delaktighet i Näsholm", "A2.2 A9.2", valid("2022-05", None),
        [party("k-nasholm", "principal"), party("f-delaktig", "principal")],
        SURVEY_2025, service_areas="V1", target_groups="T8", perspectives="P2"),
    agreement(
        "handtaget", "procurement", "Reserverad upphandling av arbetsträning i Östermo", "A9.1", valid("2025-06-01", "2027-05-31", renewal="option"),
        [party("k-ostermo", "commissioner"), party("f-kooperativet", "performer"), party("m-formedlingen", "supporter")],
        SURVEY_2025, legal_basis="LOU 2016:1145", target_groups="T9", perspectives="P2 P3", funding=[pays("k-ostermo", "f-kooperativet", 890000, 2025)]),
]
