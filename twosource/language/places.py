"""Countries with the adjectives and the capitals that news writes for their governments.

A row: the name as news writes it, other names; adjectives; the seats that stand for the government. Where a word is
also a common name of something else ("Georgia", "Chad", "Jordan" are people and an American state too) the row still
stands: the caller decides by what the word stands next to.
"""

from __future__ import annotations

_TABLE = """
Afghanistan;Afghan;Kabul
Albania;Albanian;Tirana
Algeria;Algerian;Algiers
Angola;Angolan;Luanda
Argentina;Argentine,Argentinian;Buenos Aires
Armenia;Armenian;Yerevan
Australia;Australian;Canberra
Austria;Austrian;Vienna
Azerbaijan;Azerbaijani,Azeri;Baku
Bahrain;Bahraini;Manama
Bangladesh;Bangladeshi;Dhaka
Belarus;Belarusian,Belarussian;Minsk
Belgium;Belgian;
Bolivia;Bolivian;La Paz
Bosnia,Bosnia and Herzegovina;Bosnian;Sarajevo
Botswana;Botswanan;Gaborone
Brazil;Brazilian;Brasilia
Bulgaria;Bulgarian;Sofia
Burkina Faso;Burkinabe;Ouagadougou
Burundi;Burundian;
Cambodia;Cambodian;Phnom Penh
Cameroon;Cameroonian;Yaounde
Canada;Canadian;Ottawa
Chad;Chadian;N'Djamena
Chile;Chilean;Santiago
China;Chinese;Beijing
Colombia;Colombian;Bogota
Congo,Democratic Republic of Congo,DR Congo;Congolese;Kinshasa
Costa Rica;Costa Rican;San Jose
Croatia;Croatian;Zagreb
Cuba;Cuban;Havana
Cyprus;Cypriot;Nicosia
Czech Republic,Czechia;Czech;Prague
Denmark;Danish;Copenhagen
Dominican Republic;Dominican;Santo Domingo
Ecuador;Ecuadorian,Ecuadorean;Quito
Egypt;Egyptian;Cairo
El Salvador;Salvadoran;San Salvador
Eritrea;Eritrean;Asmara
Estonia;Estonian;Tallinn
Ethiopia;Ethiopian;Addis Ababa
Finland;Finnish;Helsinki
France;French;Paris
Gabon;Gabonese;Libreville
Georgia;Georgian;Tbilisi
Germany;German;Berlin
Ghana;Ghanaian;Accra
Greece;Greek;Athens
Guatemala;Guatemalan;
Guinea;Guinean;Conakry
Haiti;Haitian;Port-au-Prince
Honduras;Honduran;Tegucigalpa
Hungary;Hungarian;Budapest
Iceland;Icelandic;Reykjavik
India;Indian;New Delhi,Delhi
Indonesia;Indonesian;Jakarta
Iran;Iranian;Tehran
Iraq;Iraqi;Baghdad
Ireland;Irish;Dublin
Israel;Israeli;Jerusalem,Tel Aviv
Italy;Italian;Rome
Ivory Coast;Ivorian;Abidjan
Jamaica;Jamaican;Kingston
Japan;Japanese;Tokyo
Jordan;Jordanian;Amman
Kazakhstan;Kazakh,Kazakhstani;Astana
Kenya;Kenyan;Nairobi
Kosovo;Kosovar;Pristina
Kuwait;Kuwaiti;
Kyrgyzstan;Kyrgyz;Bishkek
Laos;Laotian,Lao;Vientiane
Latvia;Latvian;Riga
Lebanon;Lebanese;Beirut
Liberia;Liberian;Monrovia
Libya;Libyan;Tripoli
Lithuania;Lithuanian;Vilnius
Luxembourg;Luxembourgish;
Madagascar;Malagasy;Antananarivo
Malawi;Malawian;Lilongwe
Malaysia;Malaysian;Kuala Lumpur
Mali;Malian;Bamako
Malta;Maltese;Valletta
Mauritania;Mauritanian;Nouakchott
Mexico;Mexican;Mexico City
Moldova;Moldovan;Chisinau
Mongolia;Mongolian;Ulaanbaatar
Montenegro;Montenegrin;Podgorica
Morocco;Moroccan;Rabat
Mozambique;Mozambican;Maputo
Myanmar,Burma;Burmese;Naypyidaw
Namibia;Namibian;Windhoek
Nepal;Nepali,Nepalese;Kathmandu
Netherlands,Holland;Dutch;The Hague
New Zealand;New Zealander;Wellington
Nicaragua;Nicaraguan;Managua
Niger;Nigerien;Niamey
Nigeria;Nigerian;Abuja
North Korea;North Korean;Pyongyang
North Macedonia;Macedonian;Skopje
Norway;Norwegian;Oslo
Oman;Omani;Muscat
Pakistan;Pakistani;Islamabad
Palestine;Palestinian;Ramallah
Panama;Panamanian;
Paraguay;Paraguayan;Asuncion
Peru;Peruvian;Lima
Philippines;Philippine,Filipino;Manila
Poland;Polish;Warsaw
Portugal;Portuguese;Lisbon
Qatar;Qatari;Doha
Romania;Romanian;Bucharest
Russia,Russian Federation;Russian;Moscow,Kremlin
Rwanda;Rwandan;Kigali
Saudi Arabia;Saudi,Saudi Arabian;Riyadh
Senegal;Senegalese;Dakar
Serbia;Serbian,Serb;Belgrade
Sierra Leone;Sierra Leonean;Freetown
Singapore;Singaporean;
Slovakia;Slovak;Bratislava
Slovenia;Slovenian;Ljubljana
Somalia;Somali;Mogadishu
South Africa;South African;Pretoria
South Korea;South Korean;Seoul
South Sudan;South Sudanese;Juba
Spain;Spanish;Madrid
Sri Lanka;Sri Lankan;Colombo
Sudan;Sudanese;Khartoum
Sweden;Swedish;Stockholm
Switzerland;Swiss;Bern
Syria;Syrian;Damascus
Taiwan;Taiwanese;Taipei
Tajikistan;Tajik;Dushanbe
Tanzania;Tanzanian;Dodoma
Thailand;Thai;Bangkok
Tunisia;Tunisian;Tunis
Turkey,Türkiye,Turkiye;Turkish;Ankara
Turkmenistan;Turkmen;Ashgabat
Uganda;Ugandan;Kampala
Ukraine;Ukrainian;Kyiv,Kiev
United Arab Emirates,UAE;Emirati;Abu Dhabi
United Kingdom,UK,U.K.,Britain,Great Britain;British;London,Downing Street
United States,US,U.S.,USA,America,United States of America;American;Washington,White House
Uruguay;Uruguayan;Montevideo
Uzbekistan;Uzbek;Tashkent
Vatican,Holy See;;
Venezuela;Venezuelan;Caracas
Vietnam;Vietnamese;Hanoi
Yemen;Yemeni;Sanaa
Zambia;Zambian;Lusaka
Zimbabwe;Zimbabwean;Harare
European Union,EU;European;Brussels
England;English;
Scotland;Scottish;Edinburgh
Wales;Welsh;Cardiff
Crimea;Crimean;Simferopol
Chechnya;Chechen;Grozny
Hong Kong;;
Gaza;Gazan;
"""


def _read(table: str) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    seats: dict[str, str] = {}
    for row in table.strip().splitlines():
        cells = [cell.split(",") for cell in row.split(";")]
        for spellings, found in zip(cells, (names, adjectives, seats), strict=True):
            found.update({spelling: cells[0][0] for spelling in spellings if spelling})
    return names, adjectives, seats


COUNTRIES, DEMONYMS, SEATS = _read(_TABLE)
"""Names of countries, their adjectives, and the seats of their governments, each to the country's name."""

DEMONYMS |= {f"{country}’s": name for country, name in COUNTRIES.items()}
DEMONYMS |= {f"{country}'s": name for country, name in COUNTRIES.items()}


def country_of(word: str) -> str | None:
    """The country that a name, adjective or seat of government stands for."""
    return COUNTRIES.get(word) or DEMONYMS.get(word) or SEATS.get(word)
