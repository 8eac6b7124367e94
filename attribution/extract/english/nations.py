"""States with the words for their people and the capitals that stand for their governments."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nation:
    """A state as reporting names it.

    Attributes:
        name: The usual English name.
        aliases: Other names and abbreviations of the state itself.
        demonyms: Adjectives and words for its people.
        metonyms: Cities that stand for its government ("Tehran").
    """

    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    metonyms: tuple[str, ...]


_TABLE = """
Afghanistan||Afghan,Afghans,Afghani|Kabul
Albania||Albanian,Albanians|Tirana
Algeria||Algerian,Algerians|Algiers
Angola||Angolan,Angolans|Luanda
Argentina||Argentine,Argentines,Argentinian|Buenos Aires
Armenia||Armenian,Armenians|Yerevan
Australia||Australian,Australians|Canberra
Austria||Austrian,Austrians|Vienna
Azerbaijan||Azerbaijani,Azerbaijanis|Baku
Bahrain||Bahraini,Bahrainis|Manama
Bangladesh||Bangladeshi,Bangladeshis|Dhaka
Belarus||Belarusian,Belarusians|Minsk
Belgium||Belgian,Belgians|
Bolivia||Bolivian,Bolivians|La Paz
Bosnia and Herzegovina|Bosnia|Bosnian,Bosnians|Sarajevo
Brazil||Brazilian,Brazilians|Brasília,Brasilia
Bulgaria||Bulgarian,Bulgarians|Sofia
Burkina Faso||Burkinabe|Ouagadougou
Cambodia||Cambodian,Cambodians|Phnom Penh
Cameroon||Cameroonian,Cameroonians|Yaoundé
Canada||Canadian,Canadians|Ottawa
Chad||Chadian,Chadians|N'Djamena
Chile||Chilean,Chileans|Santiago
China|People's Republic of China,PRC|Chinese|Beijing
Colombia||Colombian,Colombians|Bogotá,Bogota
Croatia||Croatian,Croatians|Zagreb
Cuba||Cuban,Cubans|Havana
Cyprus||Cypriot,Cypriots|Nicosia
Czech Republic|Czechia|Czech,Czechs|Prague
Democratic Republic of Congo|Congo,DRC|Congolese|Kinshasa
Denmark||Danish,Danes|Copenhagen
Ecuador||Ecuadorian,Ecuadorians|Quito
Egypt||Egyptian,Egyptians|Cairo
El Salvador||Salvadoran,Salvadorans|
Eritrea||Eritrean,Eritreans|Asmara
Estonia||Estonian,Estonians|Tallinn
Ethiopia||Ethiopian,Ethiopians|Addis Ababa
Finland||Finnish,Finns|Helsinki
France||French|Paris
Georgia||Georgian,Georgians|Tbilisi
Germany||German,Germans|Berlin
Ghana||Ghanaian,Ghanaians|Accra
Greece||Greek,Greeks|Athens
Guatemala||Guatemalan,Guatemalans|
Haiti||Haitian,Haitians|Port-au-Prince
Honduras||Honduran,Hondurans|Tegucigalpa
Hungary||Hungarian,Hungarians|Budapest
Iceland||Icelandic,Icelanders|Reykjavik
India||Indian,Indians|New Delhi,Delhi
Indonesia||Indonesian,Indonesians|Jakarta
Iran|Islamic Republic,Islamic Republic of Iran|Iranian,Iranians|Tehran,Teheran
Iraq||Iraqi,Iraqis|Baghdad
Ireland||Irish|Dublin
Israel||Israeli,Israelis|Tel Aviv
Italy||Italian,Italians|Rome
Ivory Coast|Côte d'Ivoire|Ivorian,Ivorians|
Jamaica||Jamaican,Jamaicans|
Japan||Japanese|Tokyo
Jordan||Jordanian,Jordanians|Amman
Kazakhstan||Kazakh,Kazakhs|Astana
Kenya||Kenyan,Kenyans|Nairobi
Kosovo||Kosovar,Kosovars|Pristina
Kuwait||Kuwaiti,Kuwaitis|
Kyrgyzstan||Kyrgyz|Bishkek
Laos||Lao,Laotian|Vientiane
Latvia||Latvian,Latvians|Riga
Lebanon||Lebanese|Beirut
Libya||Libyan,Libyans|Tripoli
Lithuania||Lithuanian,Lithuanians|Vilnius
Malaysia||Malaysian,Malaysians|Kuala Lumpur
Mali||Malian,Malians|Bamako
Mexico||Mexican,Mexicans|Mexico City
Moldova||Moldovan,Moldovans|Chisinau
Mongolia||Mongolian,Mongolians|
Montenegro||Montenegrin,Montenegrins|
Morocco||Moroccan,Moroccans|Rabat
Mozambique||Mozambican,Mozambicans|Maputo
Myanmar|Burma|Burmese|Naypyidaw
Nepal||Nepali,Nepalese|Kathmandu
Netherlands|Holland|Dutch|The Hague
New Zealand||New Zealanders|Wellington
Nicaragua||Nicaraguan,Nicaraguans|Managua
Niger||Nigerien|Niamey
Nigeria||Nigerian,Nigerians|Abuja
North Korea|DPRK|North Korean,North Koreans|Pyongyang
North Macedonia||Macedonian,Macedonians|Skopje
Norway||Norwegian,Norwegians|Oslo
Oman||Omani,Omanis|Muscat
Pakistan||Pakistani,Pakistanis|Islamabad
Palestine||Palestinian,Palestinians|Ramallah
Panama||Panamanian,Panamanians|
Peru||Peruvian,Peruvians|Lima
Philippines||Philippine,Filipino,Filipinos|Manila
Poland||Polish,Poles|Warsaw
Portugal||Portuguese|Lisbon
Qatar||Qatari,Qataris|Doha
Romania||Romanian,Romanians|Bucharest
Russia|Russian Federation|Russian,Russians|Moscow
Rwanda||Rwandan,Rwandans|Kigali
Saudi Arabia|Kingdom of Saudi Arabia,KSA|Saudi,Saudis,Saudi Arabian|Riyadh
Senegal||Senegalese|Dakar
Serbia||Serbian,Serbians,Serbs|Belgrade
Singapore||Singaporean,Singaporeans|
Slovakia||Slovak,Slovaks|Bratislava
Slovenia||Slovenian,Slovenians|Ljubljana
Somalia||Somali,Somalis|Mogadishu
South Africa||South African,South Africans|Pretoria
South Korea|Republic of Korea,ROK|South Korean,South Koreans|Seoul
South Sudan||South Sudanese|Juba
Soviet Union|USSR|Soviet,Soviets|
Spain||Spanish,Spaniards|Madrid
Sri Lanka||Sri Lankan,Sri Lankans|Colombo
Sudan||Sudanese|Khartoum
Sweden||Swedish,Swedes|Stockholm
Switzerland||Swiss|Bern
Syria||Syrian,Syrians|Damascus
Taiwan||Taiwanese|Taipei
Tajikistan||Tajik,Tajiks|Dushanbe
Tanzania||Tanzanian,Tanzanians|
Thailand||Thai,Thais|Bangkok
Tunisia||Tunisian,Tunisians|Tunis
Turkey|Türkiye,Turkiye|Turkish,Turks|Ankara
Turkmenistan||Turkmen|Ashgabat
Uganda||Ugandan,Ugandans|Kampala
Ukraine||Ukrainian,Ukrainians|Kyiv,Kiev
United Arab Emirates|UAE,Emirates|Emirati,Emiratis|Abu Dhabi
United Kingdom|UK,U.K.,Britain,Great Britain|British,Britons|London
United States|US,U.S.,USA,U.S.A.,United States of America,America|American,Americans|Washington
Uruguay||Uruguayan,Uruguayans|Montevideo
Uzbekistan||Uzbek,Uzbeks|Tashkent
Vatican|Holy See||
Venezuela||Venezuelan,Venezuelans|Caracas
Vietnam||Vietnamese|Hanoi
Yemen||Yemeni,Yemenis|Sanaa,Sana'a
Zambia||Zambian,Zambians|Lusaka
Zimbabwe||Zimbabwean,Zimbabweans|Harare
"""


def _nation(line: str) -> Nation:
    name, *lists = line.split("|")
    aliases, demonyms, metonyms = (tuple(w for w in words.split(",") if w) for words in lists)
    return Nation(name, aliases, demonyms, metonyms)


NATIONS: tuple[Nation, ...] = tuple(_nation(line) for line in _TABLE.strip().splitlines())

STATE_NAMES: dict[str, str] = {
    word: nation.name for nation in NATIONS for word in (nation.name, *nation.aliases)
}
"""Every name of a state to its usual name."""

DEMONYMS: dict[str, str] = {word: nation.name for nation in NATIONS for word in nation.demonyms}
"""Adjective or people to the usual name of the state."""

METONYMS: dict[str, str] = {word: nation.name for nation in NATIONS for word in nation.metonyms}
"""Capital to the usual name of the state whose government it stands for."""

PLACES = frozenset(
    """Alabama;Alaska;Arizona;Arkansas;California;Colorado;Connecticut;Delaware;Florida;Hawaii;Idaho
    ;Illinois;Indiana;Iowa;Kansas;Kentucky;Louisiana;Maine;Maryland;Massachusetts;Michigan;Minnesota
    ;Mississippi;Missouri;Montana;Nebraska;Nevada;New Hampshire;New Jersey;New Mexico;New York
    ;North Carolina;North Dakota;Ohio;Oklahoma;Oregon;Pennsylvania;Rhode Island;South Carolina
    ;South Dakota;Tennessee;Texas;Utah;Vermont;Virginia;West Virginia;Wisconsin;Wyoming;Puerto Rico
    ;New York City;Los Angeles;Chicago;Houston;Philadelphia;Phoenix;Dallas;Boston;Detroit;Atlanta
    ;Miami;Cleveland;Baltimore;Denver;Seattle;San Francisco;Las Vegas;Manhattan;Brooklyn;Hollywood
    ;Wall Street;Silicon Valley;Capitol Hill;Europe;Asia;Africa;Middle East;Latin America
    ;South America;North America;Western Europe;Eastern Europe;Persian Gulf;Red Sea;Gaza;West Bank
    ;Crimea;Donbas;Kurdistan;Hong Kong;Tibet;Xinjiang;Jerusalem;Istanbul;Dubai;Aleppo;Mosul;Basra
    ;Erbil;Kashmir;Guantanamo;Geneva;Brussels;Scotland;Wales;England;Northern Ireland;Catalonia
    ;D.C.;Quebec;Ontario;Alberta;British Columbia""".replace("\n", "")
    .replace("    ", "")
    .split(";")
)
"""Places that act for nobody by themselves, so that they are not taken for people."""
