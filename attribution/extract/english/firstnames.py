"""Common given names, which tell a person from a place or a body and often say "he" or "she"."""

from __future__ import annotations

MALE_NAMES = frozenset(
    "aaron abdul abdullah abraham adam adel adrian ahmad ahmed akbar alan albert alejandro"
    " aleksandr alex alexander alexei alexey alfonso alfred ali allan allen alvin amir anatoly"
    " anders andre andreas andrei andrew andy angus ankit anthony antonin antonio antony ariel"
    " arnold arthur asab ash ashraf austin axel aziz barack barney barry bart bashar ben"
    " benjamin benny bernard bernie bert bill billy bob bobby boris brad bradley brandon"
    " brendan brent bret brett brian bruce bruno bryan byron calvin carl carlos cecil cesar"
    " chad charles charlie chester chip chris christian christoph christopher chuck clarence"
    " clark claude clay clayton cliff clifford clint clinton clive cole colin conrad corey"
    " cornelius cory craig curt curtis cyrus dale damian damon dan daniel danny darrell darren"
    " dave david dean denis dennis denny derek desmond dick dimitri dinesh dmitri dmitry"
    " dominic don donald doug douglas drew duane duncan dustin dwight earl ebrahim ed eddie"
    " edgar edmund eduardo edward edwin elijah eli elias elliot elliott elon emanuel emmanuel"
    " emil enrique eric erik ernest ernesto ernie erwin esteban ethan eugene evan evgeny"
    " felipe felix ferdinand fernando francesco francis francisco frank franklin franz fred"
    " freddie freddy frederick fritz gabriel gareth garrett garry gary gavin gene geoff"
    " geoffrey george gerald gerard gerry gholam giles giovanni glen glenn gordon graham grant"
    " greg gregory guillermo gus guy hadi hakim hamid hamza hank hans harold harris harrison"
    " harry harvey hasan hassan hector helmut henry herbert herman hosni hossein howard hugh"
    " hugo hussein ian ibrahim igor imran irving isaac ismail ivan jack jackson jacob jacques"
    " jaime jair jake jamal james jamie jan jared jason javad javier jay jean-claude"
    " jean-marie jed jeff jeffrey jens jeremy jeremiah jerome jerry jesse jesus jim jimmy"
    " joachim joe joel joey johan johannes john johnny jon jonah jonas jonathan jordan jorge"
    " jose joseph josef josh joshua josip juan julian julius justin kareem karim karl kazem"
    " keith kemal ken kenneth kent kerry kevin khaled khalid kirk klaus kurt kyle lance larry"
    " laurence lawrence lee leo leon leonard leopold leroy lester lewis liam lincoln linus"
    " lionel lloyd logan lorenzo lou louis luca lucas luis luiz luke lyndon mahmoud mahmud"
    " majid malcolm manuel marc marcel marco marcos marcus mario mark marshall martin marvin"
    " mason massoud mateo matt matteo matthew maurice mauricio max maximilian maxwell mehdi"
    " mehmet melvin michael michel miguel mike mikhail miles milo milton mitch mitchell mitt"
    " mohamed mohammad mohammed moqtada morgan morris moses muammar muhammad muqtada murray"
    " mustafa narendra nasser nate nathan nathaniel neal ned neil nelson nicholas nick nicolas"
    " nicolás nigel nikita nikolai nils noah noam norman nouri oleg oliver omar oren orlando"
    " oscar osama otto owen pablo paolo pat patrick paul pavel pedro percy perry pete peter"
    " petro phil philip philippe phillip pierre qasem qassem qasim rafael rahm raj ralph ramon"
    " ramzan rand randall randy raul raúl ray raymond recep reince reza rex ricardo rich"
    " richard rick ricky rob robbie robert roberto robin rod rodney rodrigo roger roland rolf"
    " roman ron ronald rory ross roy ruben rudolph rudy rupert rush russ russell ryan saad"
    " sadiq saeed said saleh salman sam sami samuel santiago saul sayyid scott sean sebastian"
    " seth sergei sergey sergio seymour shane shaun sheldon sherrod sid sidney silvio simon"
    " spencer stan stanley stefan stephan stephen steve steven stuart syed sylvester ted"
    " terrence terry theodore thomas tim timothy tobias todd tom tommy tony travis trent"
    " trevor trey tucker ty tyler vance vernon vic victor viktor vince vincent vito vlad"
    " vladimir volodymyr wallace walter ward warren wayne wendell werner wes wesley will"
    " willard william willie winston wolf wolfgang woodrow xavier yahya yair yasser yitzhak"
    " yousef yuri yusuf yevgeny zach zachary zalmay zbigniew"
    " lindsey leslie kelly kim dana stacy tracy alexis whitney ashley courtney shelby sandy lynn"
    " marion ariel gail jean evelyn vivian andrea jackie".split()
)

FEMALE_NAMES = frozenset(
    "abby abigail ada adele adriana agnes aisha alexandra alexandria alexis alice alicia"
    " alison allison allyson alyssa amanda amber amelia america amy ana anastasia andrea"
    " angela angelina angie anita ann anna anne annette annie antonia april arianna ashley"
    " asma astrid audrey barbara beatrice becky bella benazir bernadette beth betsy betty"
    " beverly bonnie brenda bridget brigitte brittany camille candace candice carla carly"
    " carmen carol carole caroline carolyn carrie catalina catherine cathy cecile cecilia"
    " celia charlotte chelsea cheryl chloe christiane christina christine cindy claire clara"
    " clare claudia cokie colleen condoleezza connie consuelo cora courtney crystal cynthia"
    " daisy dana daniela danielle daphne dawn deborah debbie debra deirdre delia della dena"
    " denise diana diane dianne dolores dominique dona donna dora doris dorothy edith edna"
    " eileen elaine eleanor elena elise elisabeth eliza elizabeth ella ellen elsa emily emma"
    " erica erika erin esther ethel eva eve evelyn fatima faye fiona florence frances"
    " francesca freda frida gabriela gabrielle gail georgia geraldine gertrude gina ginny"
    " giorgia gladys glenda gloria golda grace greta gretchen gwen gwyneth hannah harriet"
    " heather heidi helen helena helga henrietta hilary hilda hillary hope huma ida ilhan ilse"
    " ina indira ingrid irene iris irina isabel isabella isabelle ivana ivanka ivy jackie"
    " jacqueline jan jane janet janice janine jasmine jean jeanette jeanne jen jenna jennifer"
    " jenny jessica jill jo joan joann joanna joanne jocelyn jodi josephine joy joyce juanita"
    " judith judy julia juliana julie juliet june kaitlin kamala karen karin karine kasie kate"
    " katherine kathleen kathryn kathy katie katrina katy kay kayla kayleigh keiko kelly"
    " kelsey kendra kim kimberly kirsten kirstjen kristen kristin kristina lana lara laura"
    " lauren laurie leah leila lena leslie libby lila lillian lily lina linda lindsay lindsey"
    " lisa liz liza lois lola lorella loretta lori lorraine louisa louise lucia lucille lucy"
    " lydia lynn mabel madeleine madeline maggie malala malia mandy marcia margaret maria"
    " marian marianne marie marilyn marina marine marion marjorie marla marlene martha mary"
    " matilda maura maureen mavis maxine maya megan meghan melania melanie melissa mercedes"
    " meredith mia michele michelle mildred mindy miranda miriam molly mona monica muriel myra"
    " myrna nadia nancy naomi natalia natalie natasha nellie nicole nikki nina noor nora norma"
    " octavia olga olivia olympia pam pamela patricia patti patty paula pauline pearl peggy"
    " penny petra phyllis polly priscilla rachel ramona rania rebecca regina renata renee"
    " rhonda rita roberta rochelle rosa rosalind rosalynn rose roseanne rosemary roxanne ruth"
    " sabrina sally samantha sandra sandy sara sarah sasha selena serena shaheen sharon sheila"
    " shelley shelly sheri sherry shirley silvia simone sofia sonia sonya sophia sophie stacey"
    " stacy stella stephanie sue susan susanna susie suzanne svetlana sylvia tamara tammy"
    " tania tanya tara tashfeen tatiana teresa tess thelma theresa therese tiffany tina toni"
    " tracy tricia trudy ursula valentina valerie vanessa vera veronica vicki vicky victoria"
    " viola violet virginia vivian wanda wendy whitney whoopi wilma winifred yolanda yvette"
    " yvonne zainab zoe zoey".split()
)
"""Names in both lists say nothing of gender."""

NICKNAMES: dict[str, str] = {
    "bill": "william",
    "will": "william",
    "bob": "robert",
    "rob": "robert",
    "bobby": "robert",
    "dick": "richard",
    "rick": "richard",
    "rich": "richard",
    "jim": "james",
    "jimmy": "james",
    "joe": "joseph",
    "tom": "thomas",
    "mike": "michael",
    "chris": "christopher",
    "dan": "daniel",
    "dave": "david",
    "steve": "stephen",
    "jeff": "jeffrey",
    "greg": "gregory",
    "ted": "edward",
    "ed": "edward",
    "bernie": "bernard",
    "ben": "benjamin",
    "tim": "timothy",
    "ron": "ronald",
    "don": "donald",
    "ken": "kenneth",
    "matt": "matthew",
    "tony": "anthony",
    "sam": "samuel",
    "liz": "elizabeth",
    "beth": "elizabeth",
    "kate": "katherine",
    "sue": "susan",
    "pat": "patrick",
    "larry": "lawrence",
    "charlie": "charles",
    "chuck": "charles",
    "andy": "andrew",
    "nick": "nicholas",
    "rudy": "rudolph",
    "alex": "alexander",
    "josh": "joshua",
    "mitch": "mitchell",
    "jon": "jonathan",
    "phil": "philip",
}
"""Short form to full form."""
