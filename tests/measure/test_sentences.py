"""Where sentences end: probes in many languages, each sentence parted from the next by a bar."""

import pytest

from a11yaudit.measure import text

PROBES = {
    "en": """
        Dr. Lind and Mrs. Ray met Mr. J. R. Holm at noon.|They left at 5 p.m.|It rained.
        The firm Pell & Co. moved to St. Ives.|The rest of Pell Inc. stayed.|Nobody minded.
        She lives in the U.S. Midwest.|He moved to the U.S.|They write letters.
        He won 3.5 points, i.e. more than Lee et al. (2019) had, cf. Fig. 2 on p. 14.|No one else did.
        The mayor said: “The quay is old.|We must close it.”|Nobody spoke.
        “Is it old?” Jonas Pell asked.|“It is.”
        The boats left the bay.[2]|Three came back.[3, 4]|Nobody knows why.¹|That is all.
        The herring left after the war.2|In 1946 they came back.
        Lund counted them (1987).1|According to Holm, nobody else did.
        He likes eFerry.|eFerry 2 is faster.|von Holm likes it too.
        the boats came home.|nobody knew why.|it rained all day.
        The fares rise in the new year.|Riders are angry!|“Why now?”|Nobody answers.
        1. Fill the pot with water.|2. Heat it slowly on the stove.
        Q. Why did the boats come home?|A. The water was too warm.
        • The ferry left.|Nobody waved.|• The band played on.
        It was vitamin C.|They sold it.|Albert I. Holm bought some.
        She works at Yahoo! Finance in town.|He quit … and went home.|He never … well.
        The site is www.quay.example.|See it (p. 5).|Then write to desk@quay.example.
        He said “no.”|She said “yes.”|(Both lied.)|The end.
        They waited...|Then the boat came.|So ended the 19th c.
        The club signed No. 9 of Leeds.|No.|Maybe in Jan. 2021 they will.
    """,
    "de": """
        Am 3. Oktober sprach Dr. Lind mit Prof. Dr. Holm.|Es regnete.
        Lind sagte: „Wir warten lange.|Die Kasse ist leer.|Niemand hilft uns.“|Dann ging sie.
        „Kommst du?“, fragte er.|„Nein.“|Er ging.
        Das Schiff kostet ca. 5 Mio. Euro, d. h. mehr als z. B. ein Haus bzw. zwei.|Das ist viel.
        Im 5. Jahrhundert v. Chr. stand hier der 1. FC Hafen usw.|Dann kam die Flut.
        König Friedrich II. Wilhelm baute den Kai.|Er zählte bis 30.|Die Leute lachten.
        Vgl. Nr. 7 und Abs. 3 auf S. 12.|2010 war alles anders.|»Alles?«|»Ja.«
        Die Sparkasse Bf. Nord schließt.|Das Amt (vgl. Abb. 2) auch.|So ist es.
        Er kam um 19.30 Uhr.|von Arnim blieb.|Nichts geschah!|„Schade!“, rief sie.
    """,
    "fr": """
        M. Durand et Mme Petit voient le Dr Leroy.|Il pleut.|Mgr. Blanc arrive av. J.-C. sans eux.
        « Nous avons attendu.|La caisse était vide.|Personne ne venait. »|La maire sort.
        « Qui vient ? » demande M. Petit.|Personne.
        L’État paie (cf. p. 12, art. 3).|L’école ferme à 9 h.|Les enfants rient.
        La société Quai Inc. (« Quai »), etc. est ici.|À midi, elle part.
        Il fait moins de 2 °C.|De nombreux marins restent.|J.-P. Blanc aussi.
    """,
    "es": """
        El Sr. Gómez y la Sra. Ruiz viven en la Av. Norte núm. 7.|¿Quién lo sabe?|¡Nadie!
        Los EE. UU. enviaron barcos, aprox. 500, al pueblo.|Llegaron tarde.
        El siglo VI a. C. fue largo.|Al final vino el rey D. Juan II.|El rey murió.
        «Hemos esperado.|La caja está vacía.|Nadie ayuda», dijo la Dra. Sol.|Llovía.
        Ud. debe leer, p. ej., la pág. 4 y el art. 9.|Es fácil.
        Vive en EE.UU.|Los demás no.
    """,
    "pt": """
        O Sr. Lopes e a Sra. D. Maria moram na Av. Norte, n.º 7.|Chove.
        O Dr. Reis veio no séc. V a. C. do sul.|Ele dormiu.
        «Esperámos muito.|A caixa está vazia.|Ninguém ajuda.»|Depois saiu.
        Exmo. Senhor, leia a pág. 5, p. ex. o art. 2.|É fácil.|Porquê?|Não sei.
        A Cia. Mar Ltda. fechou às 5 h.|Os barcos, etc. ficaram.
        “Quem vem?”, perguntou.|“Eu!”
    """,
    "it": """
        Il Sig. Rossi e la Dott.ssa Bianchi vedono l’Avv. Neri.|Piove.
        Il prof. Verdi è nato nel sec. V a. C. in Puglia.|È tardi.
        «Abbiamo aspettato.|La cassa è vuota.|Nessuno aiuta.»|Poi esce.
        Vedi fig. 3 a pag. 12, ad es. la S.p.A. Mare.|Il resto, ecc. manca.
        Chi viene?|Nessuno!|G. B. Neri dorme.|L’isola tace.
        L’ing. Sole vive in p.zza Roma.|Non parla.
    """,
    "nl": """
        Dhr. De Vries en mevr. Bakker zien drs. Smit.|Het regent.
        „We wachten lang.|De kas is leeg.|Niemand helpt.”|Toen ging ze.
        Het kost ca. 5 mln. euro, d.w.z. meer dan bijv. een huis.|Dat is veel.
        Zie blz. 12, nr. 3 en art. 4.|In de 5e eeuw v. Chr. was het zo.|Nu niet.
        Jan en P. de Boer komen.|“Wie?” vroeg hij.|“Niemand.”
        De N.V. Haven sluit, enz.|Daarna niets.
    """,
    "pl": """
        Dr Nowak i prof. Kowal widzą inż. Lisa.|Pada.
        „Czekamy długo.|Kasa jest pusta.|Nikt nie pomaga”.|Potem wyszła.
        To kosztuje ok. 5 mln zł, tj. więcej niż np. dom przy ul. Długiej.|To dużo.
        W 1946 r. Lis wrócił do domu itd.|Nikt nie wie.
        Zob. s. 12, nr 3 i art. 4.|Św. Jan był tu w XIX w.|To prawda.
        Kto idzie?|Nikt!|J. Lis śpi.
    """,
    "ru": """
        Проф. Иванов и г-н Петров живут на ул. Садовой.|Идёт дождь.
        «Мы ждали долго.|Касса пуста.|Никто не помог».|Потом она ушла.
        В 1946 г. лодки вернулись, т. е. почти все.|Это много.
        Это было до н. э. в мае.|Он спал в г. Твери.|А. С. Петров тоже.
        См. рис. 2 на стр. 12 и т. д.|Дальше пусто.
        «Кто там?» – спросил он.|Никто!|Совсем никто…|Тихо.
    """,
    "uk": """
        Проф. Іваненко і ім. Шевченка живуть на вул. Садовій.|Іде дощ.
        «Ми чекали довго.|Каса порожня.|Ніхто не допоміг».|Потім вона пішла.
        Це коштує 5 млн. грн. або більше, тобто ін. ціна.|Це багато.
        Див. рис. 2 на с. 12 тощо.|Далі порожньо.
        А. С. Петренко спить у м. Києві.|Він стомився.
        Хто там?|Ніхто!
    """,
    "cs": """
        Dne 3. října přišel MUDr. Novák a Ing. Lis.|Prší.
        „Čekáme dlouho.|Pokladna je prázdná.|Nikdo nepomáhá.“|Pak odešla.
        Stojí to cca 5 mil. korun, tj. víc než např. dům v ul. Dlouhá.|To je moc.
        Karel IV. Lucemburský žil ve 14. století.|To je pravda.
        Viz str. 12, č. 3 atd.|Dál nic.|Kdo jde?|Nikdo!
        Firma Lis s. r. o. Praha končí.|Nikdo nic neví.
    """,
    "sk": """
        Dňa 3. októbra prišiel MUDr. Novák a Ing. Lis.|Prší.
        „Čakáme dlho.|Pokladňa je prázdna.|Nikto nepomáha.“|Potom odišla.
        Stojí to cca 5 mil. eur, t. j. viac než napr. dom na ul. Dlhá.|To je veľa.
        Ide o XII. Pluk a 2. Ligu.|To je pravda.
        Pozri str. 12, č. 3 atď.|Ďalej nič.|Kto ide?|Nikto!
        Firma Lis s. r. o. Košice končí.|Nikto nič nevie.
    """,
    "sv": """
        Dr. Lind och fil. dr Holm bor i St. Olof.|Det regnar.
        ”Vi väntar länge.|Kassan är tom.|Ingen hjälper oss.”|Sedan gick hon.
        Det kostar ca 5 milj. kronor, dvs. mer än t.ex. ett hus.|Det är mycket.
        Bl.a. kung Karl XII. kom kl. 5.|Det var år 500 f.Kr.|Sedan dog han.
        Se s. 12, nr. 3 osv.|Därefter inget.|Vem kommer?|Ingen!
        ”Vem?” frågade A. B. Holm.|Hon teg.
    """,
    "da": """
        Den 3. oktober kom dr. Lind og hr. Holm til Skt. Hans.|Det regner.
        »Vi venter længe.|Kassen er tom.|Ingen hjælper.«|Så gik hun.
        Det koster ca. 5 mio. kroner, dvs. mere end f.eks. et hus.|Det er meget.
        Kong Christian IV. Olsen spillede i 2. Division.|Det er sandt.
        Se s. 12, nr. 3 osv.|Derefter intet.|Hvem kommer?|Ingen!
        »Hvem?« spurgte A. B. Holm.|Hun tav.
    """,
    "nb": """
        Den 3. oktober kom dr. Lind og hr. Holm til St. Hans.|Det regner.
        «Vi venter lenge.|Kassa er tom.|Ingen hjelper.»|Så gikk hun.
        Det koster ca. 5 mill. kroner, dvs. mer enn f.eks. et hus.|Det er mye.
        Kong Olav V. Holm spilte i 2. Divisjon.|Det er sant.
        Se s. 12, nr. 3 osv.|Deretter ingenting.|Hvem kommer?|Ingen!
        «Hvem?» spurte A. B. Holm.|Hun tidde.
    """,
    "fi": """
        Kaupunki sai 3. lokakuuta tri Linnan ja prof. Holmin.|Sataa.
        ”Odotimme kauan.|Kassa on tyhjä.|Kukaan ei auta.”|Sitten hän lähti.
        Se maksaa n. 5 milj. euroa eli enemmän kuin esim. talo.|Se on paljon.
        Kuningas Juhana III. Vaasa eli 1500-luvulla.|Se on totta.
        Ks. s. 12, nro 3 jne.|Sitten ei mitään.|Kuka tulee?|Ei kukaan!
        Vuosi oli 500 eKr.|Se oli pitkä.
    """,
    "hu": """
        A 3. oldalon dr. Kovács és ifj. Nagy úr áll.|Esik.
        „Sokat vártunk.|A kassza üres.|Senki sem segít.”|Aztán elment.
        Kb. 5 M Ft, ill. több, pl. egy ház ára.|Ez sok.
        A XIX. Kerületben Szt. István élt.|Ez igaz.
        Lásd 12. o. stb.|Aztán semmi.|Ki jön?|Senki!
        2020. június 5. Szombat volt.|A hajó elment.
    """,
    "tr": """
        Dr. Yılmaz ve Prof. Dr. Kaya geldi.|Yağmur yağıyor.
        “Çok bekledik.|Kasa boş.|Kimse yardım etmiyor.”|Sonra gitti.
        Fiyatı 5 milyon, örn. bir ev, vb. gibi.|Bu çok.
        Olay 19. Yüzyılda oldu.|Bu doğru.|Kim geliyor?|Kimse!
        Bkz. s. 12, no. 3.|Sonra hiçbir şey yok.|Gemi geldi der.|Sonra susar.
        Deniz A.Ş. Bursa kapandı.|Herkes üzgün.
    """,
    "ro": """
        Dl. Popescu și dna. Ionescu îl văd pe dr. Rusu.|Plouă.
        „Am așteptat mult.|Casa e goală.|Nimeni nu ajută.”|Apoi a plecat.
        Costă cca. 5 mil. lei, de ex. cât o casă pe str. Mare nr. 7.|Este mult.
        Regele a trăit în sec. V î.Hr. în sud.|Este adevărat.
        Vezi pag. 12, fig. 3 etc.|Apoi nimic.|Cine vine?|Nimeni!
        Firma Mare S.R.L. Cluj se închide.|Nu știe nimeni.
    """,
    "el": """
        Ο κ. Παππάς και η κα. Λίνα ζουν στη λεωφ. Νίκης.|Βρέχει.
        «Περιμέναμε πολύ.|Το ταμείο είναι άδειο.|Κανείς δεν βοηθά.»|Μετά έφυγε.
        Κοστίζει 5 εκατ. ευρώ, π.χ. όσο ένα σπίτι.|Είναι πολύ.
        Ποιος έρχεται;|Κανείς!|Δείτε σελ. 12 κ.λπ.|Μετά τίποτα.
        Το 500 π.Χ. ζούσε εδώ.|Είναι αλήθεια.
        Ο Α. Β. Νίκου κοιμάται.|Η θάλασσα ησυχάζει.
    """,
    "bg": """
        Проф. Иванов и г-н Петров живеят на ул. Садова.|Вали.
        „Чакахме дълго.|Касата е празна.|Никой не помага.“|После тя си тръгна.
        Струва 5 млн. лв. или повече, т.е. колкото къща.|Това е много.
        През 1946 г. лодките се върнаха.|А. С. Петров спи.
        Вж. стр. 12 и др.|После нищо.|Кой идва?|Никой!
        Живее в гр. Варна.|Там е топло.
    """,
    "hr": """
        Dana 3. listopada došli su dr. Horvat i prof. Babić.|Kiši.
        „Čekali smo dugo.|Blagajna je prazna.|Nitko ne pomaže.”|Onda je otišla.
        Stoji oko 5 mil. kuna, tj. više od npr. kuće u ul. Duga.|To je puno.
        Kralj Petar II. Horvat živio je u 19. stoljeću.|To je istina.
        Vidi str. 12, br. 3 itd.|Dalje ništa.|Tko dolazi?|Nitko!
    """,
    "zh": """
        船早上回來了。|沒有人知道為什麼。
        她說：“我們等了很久。|錢箱是空的。|沒有人幫忙。”|然後她走了。
        我們去看《回家吧！爸爸》好嗎？|好！
        他問：「你好嗎？」他說。|再見。
    """,
    "ja": """
        船は朝に戻った。|誰も理由を知らない。
        「長く待った。|金庫は空だ。」と市長は言った。|彼女は去った。
        『帰れ！父さん』を見ますか？|はい！
        価格は３．２９％です。|安い。
    """,
    "ar": """
        عادت القوارب في الصباح.|لا أحد يعرف لماذا؟|نعم!
        قال د. سامي إن الميناء قديم.|ثم ذهب.
    """,
    "hi": """
        नावें सुबह लौट आईं।|कोई नहीं जानता क्यों?|हाँ!
        डॉ. राम घर गए।|फिर बारिश हुई।
    """,
}


@pytest.mark.parametrize(
    ("language", "probe"),
    [(language, line.strip()) for language, lines in PROBES.items() for line in lines.strip().splitlines()],
)
def test_sentences_end_where_a_reader_hears_them_end(language: str, probe: str) -> None:
    parts = probe.split("|")
    assert text.sentences(("" if language in ("zh", "ja") else " ").join(parts), language) == parts
