"""Given names that tell the pronoun of their bearer: common ones of the English-language news, told by hand.

A name that both use ("Robin", "Kim") is in neither list.
"""

from __future__ import annotations

from typing import Literal

from twosource.language.words import words

Pronoun = Literal["he", "she"]

_HE = words(
    """Aaron Abdul Abdullah Abraham Adam Adrian Ahmad Ahmed Alan Albert Alberto Alejandro Aleksandr Aleksei
    Alessandro Alexander Alexei Alfred Ali Allan Allen Amir Anatoly Anders Andre Andreas Andrei Andrew Andrey
    Andriy Andrzej Andy Angelo Anthony Antonio Antony Arnold Arthur Ashton Barack Barry Bashar Ben Benjamin
    Benny Bernard Bernie Bill Billy Bob Bobby Boris Brad Bradley Brandon Brendan Brett Brian Bruce Bruno Bryan
    Byron Carl Carlos Chad Charles Charlie Chris Christian Christopher Chuck Clarence Claude Clint Colin Craig
    Curtis Dan Daniel Danny Darrell Dave David Dean Dennis Derek Diego Dirk Dmitri Dmitry Dmytro Don Donald Doug
    Douglas Duncan Dustin Dwight Earl Ed Eddie Edgar Eduardo Edward Edwin Elijah Emilio Emmanuel Enrique Eric
    Erik Ernest Ethan Eugene Evan Felix Fernando Fidel Florian Francisco Franco Frank Fred Frederick Fyodor
    Gabriel Gary Gavin Geoff Geoffrey George Gerald Gerard Gilbert Glen Glenn Gordon Graham Greg Gregory
    Guillermo Gustavo Guy Hamid Hank Hans Harold Harry Harvey Hassan Hector Henry Herbert Herman Howard Hugh
    Hugo Hussein Ian Ibrahim Igor Imran Isaac Ivan Jack Jacob Jacques Jaime Jake James Jamal Jared Jason Javier
    Jay Jeb Jeff Jefferson Jeffrey Jens Jeremy Jerome Jerry Jesse Jim Jimmy Joe Joel Joachim Johan Johann John
    Johnny Jon Jonathan Jorge Jose José Joseph Josh Joshua Juan Julian Julio Justin Karl Keith Ken Kenneth Kevin
    Khalid Klaus Konstantin Kurt Kyle Lance Larry Lars Lawrence Leo Leon Leonard Leonid Lewis Liam Lindsey Lloyd
    Louis Luc Luca Lucas Luis Luke Mahmoud Manuel Marc Marcel Marco Marcos Mario Mark Markus Martin Marvin
    Mathew Matt Matteo Matthew Maurice Max Michael Michel Miguel Mike Mikhail Mitch Mitt Mohamed Mohammad
    Mohammed Moses Muhammad Mustafa Narendra Nathan Nathaniel Neil Newt Nicholas Nick Nicolas Nicolás Nigel
    Nikolai Noah Norman Oleg Oleksandr Oleksiy Oliver Omar Oscar Otto Owen Pablo Patrick Paul Pavel Pavlo Pedro
    Peter Petro Phil Philip Philippe Phillip Pierre Pyotr Rafael Rahul Ralph Ramzan Rand Randall Randy Raul
    Raymond Recep Reince Reinhard Ricardo Richard Rick Ricky Roberto Robert Rod Rodrigo Roger Roland Roman Ron
    Ronald Ross Roy Ruslan Russ Russell Ryan Salman Sam Samuel Scott Sean Sebastian Serge Sergei Sergey Sergio
    Serhiy Seth Shane Shaun Shinzo Sidney Silvio Simon Stanislav Stanley Stefan Stephan Stephen Steve Steven
    Stewart Stuart Ted Terrence Theodore Thomas Tim Timothy Toby Todd Tom Tommy Tony Travis Trevor Troy Tyler
    Vadim Valery Vasyl Victor Viktor Vincent Vitali Vitaly Vladimir Volodymyr Vyacheslav Wade Wallace Walter
    Warren Wayne Wesley Wilhelm Will William Wolfgang Xavier Yevgeny Yuri Yuriy Zachary"""
)
_SHE = words(
    """Abigail Adriana Agnes Aisha Alejandra Alexandra Alexandria Alice Alicia Alison Allison Alyssa Amal Amanda
    Amelia Amina Amy Ana Anastasia Andrea Angela Angelina Anita Ann Anna Annabel Anne Annette Annie Antonia
    April Ariana Ashley Audrey Barbara Beatrice Becky Belinda Bernadette Beth Betty Beverly Bonnie Brenda
    Bridget Brittany Brooke Camilla Carla Carly Carmen Carol Carole Caroline Carolyn Carrie Catherine Cathy
    Cecilia Charlotte Chelsea Cheryl Christina Christine Cindy Claire Clara Claudia Colleen Condoleezza Cornelia
    Cristina Crystal Cynthia Daisy Daniela Danielle Dawn Deborah Debbie Debra Denise Diana Diane Dianne Dina
    Dolores Donna Doris Dorothy Ebony Eileen Elaine Eleanor Elena Elisabeth Elise Eliza Elizabeth Ella Ellen
    Elsa Emilia Emily Emma Erica Erin Esther Eva Eve Evelyn Fatima Federica Fiona Florence Frances Francesca
    Gabriela Gabrielle Gail Georgina Geraldine Gina Giorgia Gloria Grace Greta Gwen Hannah Harriet Heather Heidi
    Helen Helena Hillary Hilary Huma Ida Ilona Ingrid Irene Irina Isabel Isabella Ivana Ivanka Iryna Jacqueline
    Jane Janet Janice Jasmine Jean Jeanne Jenna Jennifer Jenny Jessica Jill Jo Joan Joanna Joanne Joni Josephine
    Joy Joyce Juanita Judith Judy Julia Juliana Julie Juliet Justine Kamala Karen Karin Karine Kate Katherine
    Kathleen Kathryn Kathy Katie Katrina Kayla Keira Kellyanne Kimberly Kirsten Kristen Kristin Kristina Larissa
    Laura Lauren Leila Lena Leslie Leticia Linda Lisa Liz Liza Lois Loretta Lori Louise Lucia Lucy Ludmila Lydia
    Lynn Lynne Madeleine Maggie Malala Margaret Margarita Maria María Mariana Marianne Marie Marina Marine
    Marion Marjorie Marsha Martha Mary Maureen Maya Megan Melania Melanie Melissa Meredith Mia Michelle Mildred
    Minerva Miranda Miriam Molly Mona Monica Monika Nadia Nadine Nancy Naomi Natalia Natalie Natasha Nicola
    Nicole Nikki Nina Nora Oksana Olena Olga Olivia Pamela Patricia Patti Patty Paula Pauline Peggy Penelope
    Penny Petra Phyllis Polly Priscilla Rachel Raisa Rebecca Regina Renee Rita Roberta Rosa Rosalind Rose
    Rosemary Roxanne Ruth Sabrina Sally Samantha Sandra Sara Sarah Serena Shannon Sharon Sheila Shelley Sherry
    Shirley Silvia Simone Sofia Sonia Sophia Sophie Stacey Stacy Stella Stephanie Sue Susan Susanna Susanne
    Suzanne Svetlana Sylvia Tamara Tammy Tanya Tara Tatiana Teresa Theresa Tiffany Tina Tracy Tulsi Ursula
    Valentina Valerie Vanessa Vera Veronica Victoria Viktoria Virginia Vivian Wanda Wendy Yulia Yvonne Zainab
    Zoe"""
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
