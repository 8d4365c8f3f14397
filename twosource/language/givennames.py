"""Given names that tell the pronoun of their bearer: common ones of the English-language news, told by hand.

A name that both use ("Robin", "Kim") is in neither list.
"""

from __future__ import annotations

from typing import Literal

from twosource.language.words import words

Pronoun = Literal["he", "she"]

_HE = words(
    """Aaron Abdel Abdoulaye Abdul Abdul-Rahman Abdullah Abdulrahman Abiy Abraham Adam Adel Adrian Ahmad Ahmed Akbar
    Akira Alain Alan Alasdair Alassane Albert Alberto Alec Alejandro Aleksandar Aleksandr Aleksei Alessandro
    Alexander Alexandr Alexei Alexis Alfred Ali Alistair Allan Allen Alvaro Amadou Amir Amit Anatoliy Anatoly
    Anders Andre Andreas Andrei Andrew Andrey Andriy Andrus Andrzej Andrés Andy Angelo Anil Anthony Anton Antonio
    Antonis Antony Anwar Ariel Armin Arnold Arseniy Arseny Arthur Artur Arvind Ashok Ashraf Ashton Asif Atal Atiku
    Avigdor Ayad Aécio Barack Barham Barry Bart Bashar Bassam Ben Benigno Benjamin Benny Benoît Bernard Bernd
    Bernie Bezalel Bidzina Bilawal Bill Billy Bjarne Bob Bobby Bogdan Bohdan Bola Boris Brad Bradley Brandon
    Branko Brendan Brett Brian Bruce Bruno Bryan Byron Callum Carl Carles Carlo Carlos Chad Charles Charlie Chris
    Christian Christopher Chuck Ciaran Clarence Claude Clint Clive Colin Craig Curtis Cuthbert Cyril Dan
    Daniel Danny Dario Darrell Dave David Dean Declan Dennis Denys Derek Desmond Didier Diego Dieter Dimitris Dirk
    Dmitri Dmitriy Dmitry Dmytro Don Donald Doug Douglas Dragan Duncan Dustin Dwight Eamon Earl Ed Eddie Edgar Edi
    Eduardo Edward Edwin Ehud Elijah Elio Emilio Emmanuel Emmerson Emomali Enda Enrico Enrique Eric Erik Ernest
    Ernesto Esmail Ethan Eugene Evan Evo Ewan Fahd Faisal Farouk Felipe Felix Ferdinand Ferenc Fernando Fidel
    Florian Francisco Franco Francois Frank Frank-Walter François Fred Frederick Fredrik Friedrich Fumio Fyodor
    Gabriel Gary Gavin Geert Gennady Geoff Geoffrey George Gerald Gerard Gerhard Gheorghe Gianni Gideon Gilbert
    Giles Giorgos Giovanni Gitanas Giuseppe Glen Glenn Goodluck Goran Gordon Gotabaya Graham Greg Gregory
    Guillaume Guillermo Gustav Gustavo Guus Guy Gábor Gérald Gérard Günter Günther Haider Haile Hamad Hamed Hamid
    Hamish Hank Hans Harold Harry Harvey Hasan Hashim Hassan Hector Heiko Heinz Helmut Henry Herbert Herman Heydar
    Hiroshi Horst Hoshyar Howard Hugh Hugo Hussein Håkan Ian Ibrahim Idriss Igor Ihor Ilham Ilir Ilya Imran Irakli
    Isaac Isaias Islam Ismail Issa Itamar Ivan Ivo Iván Jack Jacob Jacques Jacques-Yves Jaime Jair Jake Jalal
    Jamal James Jan Janez Jared Jaroslav Jarosław Jason Javad Javier Jay Jean-Claude Jean-Luc Jean-Marie
    Jean-Pierre Jeb Jeff Jefferson Jeffrey Jens Jeremy Jerome Jerry Jesse Jim Jimmy Joachim Jochen Joe Joel Johan
    Johann John Johnny Joko Jon Jonas Jonathan Joost Jordi Jorge Joschka Jose Josef Joseph Josh Joshua José Juan
    Julian Julio Junichiro Jussi Justin János Jürgen Kai Karl Kassym-Jomart Keir Keith Ken Kenji Kenneth Kevin
    Khaled Khalid Khalil Kirill Kjell Klaus Kofi Konstantin Kostas Kurt Kwame Kwasi Kyle Kyriakos Kyrylo Lance
    Larry Lars Laurent Lawrence Lech Lenin Lenín Leo Leon Leonard Leonid Lewis Liam Lindsey Lloyd Lothar Louis Luc
    Luca Lucas Luigi Luis Luiz Luke László Macky Mahamadou Mahathir Mahinda Mahmoud Maithripala Majid Makoto
    Maksim Maksym Mamadou Manmohan Manuel Marc Marcel Marco Marcos Mariano Mario Mark Markus Martin Marvin Marwan
    Masoud Massimo Massoud Mateusz Mathew Mathieu Matt Matteo Matthew Matthieu Maurice Mauricio Max Maxim Mazen
    Mehdi Meles Michael Michel Micheál Miguel Mihai Mika Mike Mikhail Mikheil Milan Milos Miloš Mirko Mitch Mitt
    Mohamed Mohammad Mohammed Mojtaba Moses Moshe Moussa Muhammad Muhammadu Mustafa Mwai Mykola Nabih Nadhim
    Naftali Najib Naoto Narendra Nasser Nathan Nathaniel Nawaz Neil Nelson Newt Nicholas Nick Nicolae Nicolas
    Nicolás Nigel Nikol Nikola Nikolai Nils Nitin Noah Norman Nouri Nursultan Néstor Olaf Oleg Oleksandr Oleksiy
    Oliver Olivier Ollanta Olof Olusegun Omar Oriol Oscar Otto Ousmane Owen Pablo Padraig Paolo Patrick Paul Pavel
    Pavlo Pedro Pekka Pervez Peter Petro Phil Philip Philippe Phillip Pierre Pieter Pietro Prabowo Pyotr Péter
    Radovan Rafael Rafik Rahul Raila Rainer Rajiv Rajnath Ralf Ralph Ramesh Ramil Ramush Ramzan Rand Randall Randy
    Ranil Rashid Ratko Raul Raymond Recep Reginald Reince Reinhard Reza Riad Ricardo Richard Rick Ricky Riek Rishi
    Robert Roberto Rod Roderick Rodion Rodrigo Roger Roland Rolf Romain Roman Romano Ron Ronald Rory Ross Roy
    Rupert Ruslan Russ Russell Rustem Ryan Saad Saddam Sadiq Saeed Sajid Salman Salva Sam Samir Samuel Sanjay
    Sauli Scott Seamus Sean Sebastian Sebastián Serge Sergei Sergey Sergio Serhiy Serzh Seth Shane Shaun Shavkat
    Shehbaz Shigeru Shimon Shinzo Sidney Sigmar Silvio Simon Slobodan Stanislav Stanley Stefan Stephan Stephen
    Steve Steven Stewart Stuart Sunil Suresh Susilo Sven Sébastien Takeshi Tamim Taras Taro Ted Terrence Thabo
    Theodore Thierry Thomas Thorsten Tim Timothy Timur Toby Todd Tom Tomas Tommy Tomáš Tony Toomas Torsten Traian
    Travis Trevor Troy Tyler Uhuru Ulrich Uwe Vaclav Vadim Valdis Valentyn Valeriy Valery Vasyl Viacheslav Vicente
    Victor Vijay Viktor Vincent Vitali Vitaliy Vitaly Vladimir Vladyslav Vojislav Volker Volodymyr Vyacheslav
    Václav Wade Walid Wallace Walter Warren Wayne Werner Wesley Wilhelm Will Willem William Wolfgang Wouter Xavier
    Yahia Yahya Yair Yannis Yegor Yevgeny Yevhen Yitzhak Yoav Yoshihide Yoweri Yukio Yuri Yuriy Yusuf Yves Zachary
    Zayed Zbigniew Zoltán Zoran Álvaro Édouard Íñigo"""
)
_SHE = words(
    """Abigail Ada Adriana Agnes Agnieszka Agnès Aigul Aisha Aissata Akiko Alejandra Alessandra Alexandra Alexandria
    Alice Alicia Alina Alison Alla Allison Alyssa Amal Amanda Amber Amelia Amina Aminata Amy Ana Anahit Anastasia
    Anastasiia Andrea Angela Angelica Angelina Anita Anja Anke Ann Anna Annabel Annalena Anne Anne-Marie Annegret
    Annette Annie Annika Antonia Aoife April Ariana Arlene Ashley Asma Audrey Ayelet Ayse Ayşe Barbara Beata
    Beatrice Beatriz Becky Begoña Belinda Benazir Bernadette Beth Betty Beverly Biljana Birgit Birgitta Bonnie
    Brenda Bridget Brittany Bronwen Brooke Bushra Camilla Carla Carly Carmen Carol Carole Caroline Carolyn Carrie
    Catherine Cathy Cecilia Chandrika Charlotte Chelsea Cheryl Chiara Chimamanda Christiane Christina Christine
    Cindy Claire Clara Claudia Colleen Condoleezza Consuelo Corazon Cornelia Cristina Crystal Cynthia Daisy
    Daniela Danielle Daria Dariya Darya Dawn Debbie Deborah Debra Denise Diana Diane Dianne Dilma Dina Dinara
    Dolores Donna Doris Dorothy Ebba Ebony Eileen Elaine Eleanor Elena Elif Elisabeth Elise Eliza Elizabeth Ella
    Ellen Elsa Elżbieta Emilia Emily Emine Emma Erica Erin Erna Estela Esther Eva Eve Evelyn Ewa Fatemeh Fatima
    Fatma Fatou Fatoumata Federica Fiona Florence Folake Frances Francesca Franziska Gabriela Gabrielle Gail
    Galina Georgina Geraldine Gina Giorgia Giovanna Gisela Gladys Gloria Golda Graca Grace Graça Greta Gro Gulnara
    Gwen Gwyneth Hala Halyna Hanan Hanin Hannah Harriet Hasina Hatice Heather Heidi Heike Helen Helena Helene
    Helle Hilary Hillary Hina Hiroko Huma Hélène Ida Ilona Imelda Indira Ines Ingrid Inmaculada Inna Inés Irene
    Irina Iryna Isabel Isabella Isla Ivana Ivanka Iveta Jacinda Jacqueline Jadranka Jane Janet Janice Jasmine
    Jayalalithaa Jean Jeanne Jenna Jennifer Jenny Jessica Jill Jo Joan Joanna Joanne Joni Josephine Joy Joyce
    Juanita Judith Judy Julia Juliana Julie Juliet Justine Jóhanna Kamala Karen Karin Karine Katarzyna Kate
    Kateryna Katherine Kathleen Kathryn Kathy Katie Katja Katrin Katrina Katrín Kayla Keiko Keira Kellyanne
    Kerstin Ketevan Khadija Khaleda Kimberly Kirsten Kolinda Kristalina Kristen Kristin Kristina Ksenia Kseniya
    Larissa Larysa Laura Lauren Layla Leila Lena Leni Leslie Leticia Leyla Lilia Liliana Liliya Linda Lisa Liz
    Liza Ljudmila Lois Loretta Lori Louise Lucia Lucy Ludmila Ludmilla Lydia Lynn Lynne Lyudmila Madeleine Maggie
    Maia Mairead Malala Malgorzata Mamata Mara Margaret Margarita Margrethe Maria Mariam Mariana Marianne Marie
    Mariia Marina Marine Marion Mariya Marjorie Marsha Marta Martha Martine Mary Maryam Maryna María Masih Maureen
    Maya Mayawati Małgorzata Megan Megawati Mei Melania Melanie Melissa Meral Merav Mercedes Meredith Mette Mia
    Michelle Michiko Mildred Minerva Miranda Miri Miriam Molly Mona Monica Monika Morag Nabila Nadezhda Nadia
    Nadine Nadiya Nancy Naoko Naomi Narges Nasrin Natalia Natalie Nataliia Nataliya Natalya Natasha Nathalie Ngozi
    Niamh Nicola Nicole Nikki Nina Nino Nirmala Nkosazana Nora Oby Oksana Olena Olga Olha Olivia Ottilie Pamela
    Paola Patricia Patti Patty Paula Pauline Peggy Penelope Penny Petra Philippa Phyllis Pilar Polina Polly
    Pratibha Priscilla Priti Priyanka Rachel Rachida Raisa Rana Rania Rasha Rebecca Reem Regina Renate Renee Rita
    Roberta Rocío Rosa Rosalind Rose Rosemary Roxanne Roza Ruth Sabine Sabrina Sahra Sally Salma Salome Samantha
    Samira Sandra Sanna Sara Sarah Segolene Seiko Serena Shannon Sharon Sheila Shelley Shelly Sherry Shirin
    Shirley Silke Silvana Silvia Simona Simone Sinead Siobhan Smriti Sofia Soledad Sonia Sophia Sophie Soraya
    Stacey Stacy Stella Stephanie Sue Suella Susan Susana Susanna Susanne Sushma Suzanne Svenja Svetlana Sviatlana
    Svitlana Sylvia Ségolène Tamar Tamara Tammy Tansu Tanya Tara Tarja Tatiana Tatyana Teresa Tetiana Tetyana
    Theresa Tiffany Tina Tomomi Tracy Tulsi Tzipi Ulrike Ursula Valentina Valerie Valérie Vanessa Vera Veronica
    Veronika Verónika Victoria Viktoria Viktoriia Viorica Vira Virginia Vivian Wanda Wangari Wendy Winnie Ximena
    Yelena Yingluck Yoko Yolanda Yulia Yuriko Yvette Yvonne Zahra Zainab Zarina Zeynep Zoe Zoia Zoya Zuzana
    Élisabeth Élise"""
)
SURNAME_FIRST = words(
    """Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Moon Roh Xi Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou
    Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Song Tang Deng Mao Wen Jiang Hua Nguyen Tran Pham Le Chiang
    Tsai Ban"""
)
"""Family names that stand first: the short form of "Kim Yong-hyun" is "Kim"."""


def pronoun_of(given: str) -> Pronoun | None:
    """The pronoun that a given name tells, if it does."""
    if given in _HE:
        return "he"
    return "she" if given in _SHE else None
